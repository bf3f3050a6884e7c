import { WorkloadDetail } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * A workload with its chain of template, policy, binding and clusters, and its history.
 *
 * @param id - of the workload; undefined reads nothing
 * @public
 */
export function useWorkload(
  id: string | undefined,
): LiveResult<WorkloadDetail> {
  return useLiveView<WorkloadDetail>(
    id && `workload:${id}`,
    (api, previous, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getWorkload(id!, { signal, ifNoneMatch }),
      ),
  );
}
