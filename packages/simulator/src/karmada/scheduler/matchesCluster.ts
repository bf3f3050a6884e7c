import type { Cluster } from '../model/Cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { ClusterAffinity } from '../model/Placement';

function fieldValues(cluster: Cluster, key: string): string[] {
  const { provider, region, zones } = cluster.spec;
  switch (key) {
    case 'provider':
      return provider ? [provider] : [];
    case 'region':
      return region ? [region] : [];
    default:
      return zones ?? [];
  }
}

/** Whether an affinity means a cluster (pkg/util.ClusterMatches); no affinity means every one. */
export function matchesCluster(
  affinity: ClusterAffinity | undefined,
  cluster: Cluster,
): boolean {
  const { name, labels } = cluster.metadata;
  if (!affinity) {
    return true;
  }
  if (affinity.exclude?.includes(name)) {
    return false;
  }
  if (affinity.clusterNames?.length && !affinity.clusterNames.includes(name)) {
    return false;
  }
  if (!matchesLabels(affinity.labelSelector, labels)) {
    return false;
  }
  return (affinity.fieldSelector?.matchExpressions ?? []).every(
    ({ key, operator, values }) => {
      const has = fieldValues(cluster, key).some(value =>
        values.includes(value),
      );
      return operator === 'In' ? has : !has;
    },
  );
}
