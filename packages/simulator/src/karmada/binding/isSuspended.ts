import type { Binding } from '../model/Binding';

/** Whether dispatch of a binding to a cluster is held. */
export function isSuspended({ spec }: Binding, cluster: string): boolean {
  const { dispatching, dispatchingOnClusters } = spec.suspension ?? {};
  return Boolean(
    dispatching || dispatchingOnClusters?.clusterNames?.includes(cluster),
  );
}
