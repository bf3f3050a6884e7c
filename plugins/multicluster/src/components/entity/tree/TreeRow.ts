import {
  EntityWorkload,
  PerCluster,
  PlacementTarget,
  Pod,
} from '@fairway/backstage-plugin-multicluster-common';

/** What every row of the tree has. @internal */
interface TreeRowBase {
  /** Unique over the tree, and the same while what it stands for is. */
  id: string;
  parentId?: string;
  level: 1 | 2 | 3;
  /** Place among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
  /** Undefined: cannot be expanded. */
  expanded?: boolean;
}

/** A row of the tree: workload, cluster, pod, or a note on why there are no pods. @internal */
export type TreeRow = TreeRowBase &
  (
    | { type: 'workload'; workload: EntityWorkload }
    | { type: 'cluster'; workload: EntityWorkload; target: PlacementTarget }
    | {
        type: 'pod';
        workload: EntityWorkload;
        cluster: string;
        pod: Pod;
      }
    | {
        type: 'note';
        workload: EntityWorkload;
        cluster: string;
        note: 'loading' | 'none' | 'problem' | 'closed';
        problem?: PerCluster<Pod>['problem'];
      }
  );

/** Row of a workload. @internal */
export function workloadRowId(workloadId: string): string {
  return `w/${workloadId}`;
}

/** Row of a workload on a cluster. @internal */
export function clusterRowId(workloadId: string, cluster: string): string {
  return `c/${workloadId}/${cluster}`;
}
