import type { Binding } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import type { ClusterAffinity } from '../model/Placement';
import { matchesCluster } from './matchesCluster';
import { SchedulingError } from './SchedulingError';
import { taintText, tolerates } from './tolerates';

function servesKind(binding: Binding, cluster: Cluster): boolean {
  const { apiVersion, kind } = binding.spec.resource;
  return (cluster.status?.apiEnablements ?? []).some(
    ({ groupVersion, resources }) =>
      groupVersion === apiVersion &&
      resources.some(resource => resource.kind === kind),
  );
}

function lacksSpreadField(
  binding: Binding,
  { spec }: Cluster,
): string | undefined {
  for (const { spreadByField } of binding.spec.placement?.spreadConstraints ??
    []) {
    if (spreadByField === 'provider' && !spec.provider) {
      return 'cluster(s) did not have provider property';
    }
    if (spreadByField === 'region' && !spec.region) {
      return 'cluster(s) did not have region property';
    }
    if (spreadByField === 'zone' && !spec.zones?.length) {
      return 'cluster(s) did not have zones property';
    }
  }
  return undefined;
}

/** Why a cluster may not take a binding, in the words of the scheduler's plugins; undefined when it may. */
function refusal(
  binding: Binding,
  affinity: ClusterAffinity | undefined,
  cluster: Cluster,
): string | undefined {
  const { spec } = binding;
  const { name } = cluster.metadata;
  if (!matchesCluster(affinity, cluster)) {
    return 'cluster(s) did not match the placement cluster affinity constraint';
  }
  if (spec.gracefulEvictionTasks?.some(task => task.fromCluster === name)) {
    return 'cluster(s) is in the process of eviction';
  }
  // Taints and missing APIs do not move what is there already: a cordon never evicts.
  if (!spec.clusters?.some(target => target.name === name)) {
    if (!servesKind(binding, cluster)) {
      return 'cluster(s) did not have the API resource';
    }
    const taint = cluster.spec.taints?.find(
      candidate =>
        candidate.effect !== 'PreferNoSchedule' &&
        !tolerates(spec.placement?.clusterTolerations, candidate),
    );
    if (taint) {
      return `cluster(s) had untolerated taint {${taintText(taint)}}`;
    }
  }
  return lacksSpreadField(binding, cluster);
}

/** The clusters that may take a binding; throws NoClusterFit with the counted reasons when none may. */
export function filterClusters(
  binding: Binding,
  affinity: ClusterAffinity | undefined,
  clusters: Cluster[],
): Cluster[] {
  const reasons = new Map<string, number>();
  // A cluster that leaves is counted in the total, but no reason is given for it.
  const staying = clusters.filter(
    ({ metadata }) => !metadata.deletionTimestamp,
  );
  const feasible = staying.filter(cluster => {
    const reason = refusal(binding, affinity, cluster);
    if (reason) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    return !reason;
  });
  if (feasible.length > 0) {
    return feasible;
  }
  const counted = [...reasons].map(([reason, count]) => `${count} ${reason}`);
  const why = counted.length ? counted.sort().join(', ') : 'no cluster exists';
  throw new SchedulingError(
    'NoClusterFit',
    `0/${clusters.length} clusters are available: ${why}.`,
  );
}
