import {
  PlacementFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadNative } from '../native/WorkloadNative';
import { projectStatus } from './projectStatus';

/**
 * Where a workload is: on the one cluster that it was read from. Nothing placed it there but whoever wrote it.
 *
 * @param ids - image ids that its pods report, where they were read
 * @internal
 */
export function projectPlacement(
  object: Record<string, unknown>,
  workload: WorkloadFact,
  options: { cluster: string; ids?: Record<string, string> },
): PlacementFact<WorkloadNative> {
  const { group, version, kind, namespace, name, uid, generation } = workload;
  const { cluster, ids } = options;
  return {
    type: 'placement',
    key: workload.key,
    workloadKey: workload.key,
    workload: { group, version, kind, namespace, name, uid },
    dependency: false,
    native: {
      cluster,
      ...(generation !== undefined && { generation }),
      ...projectStatus(object, kind),
      ...(ids && { ids }),
    },
  };
}
