import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * The form in which `spec.suspension`, of a policy or of a binding, holds dispatch: everywhere, for these clusters, or not at
 * all. The webhook lets both forms in one object never pass.
 *
 * @internal
 */
export function projectHold(suspension: unknown): true | string[] | undefined {
  const { dispatching, dispatchingOnClusters } = read.record(suspension);
  if (dispatching === true) {
    return true;
  }
  const names = read.strings(read.record(dispatchingOnClusters).clusterNames);
  return names.length > 0 ? names : undefined;
}
