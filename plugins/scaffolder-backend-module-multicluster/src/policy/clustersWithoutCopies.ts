import { PropagationPolicy } from './PropagationPolicy';

/**
 * Clusters that a policy names and whose static weights leave without a copy: Karmada gives a cluster that no weight
 * matches nothing, as long as one cluster has a weight. Weights by label may match any cluster, so they answer for none.
 */
export function clustersWithoutCopies({ spec }: PropagationPolicy): string[] {
  const { clusterAffinity, replicaScheduling } = spec.placement ?? {};
  const weights = replicaScheduling?.weightPreference?.staticWeightList ?? [];
  const byName = weights.every(
    ({ targetCluster: { labelSelector, fieldSelector, clusterNames } }) =>
      !labelSelector && !fieldSelector && clusterNames?.length,
  );
  if (weights.length === 0 || !byName) {
    return [];
  }
  const weighed = weights.flatMap(w => w.targetCluster.clusterNames ?? []);
  const { clusterNames = [], exclude = [] } = clusterAffinity ?? {};
  return clusterNames.filter(
    name => !weighed.includes(name) && !exclude.includes(name),
  );
}
