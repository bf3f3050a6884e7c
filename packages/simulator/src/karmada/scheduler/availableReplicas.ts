import type { Binding } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import { parseQuantity } from './quantity';

const UNLIMITED = 2 ** 31 - 1;

function free(cluster: Cluster, resource: string): number {
  const summary = cluster.status?.resourceSummary;
  return (
    parseQuantity(summary?.allocatable?.[resource]) -
    parseQuantity(summary?.allocating?.[resource]) -
    parseQuantity(summary?.allocated?.[resource])
  );
}

/** How many more replicas a cluster has room for, from its summary alone; one that never reported has none. */
export function availableReplicas(binding: Binding, cluster: Cluster): number {
  const { replicas, replicaRequirements } = binding.spec;
  if (!replicas) {
    return UNLIMITED;
  }
  if (!cluster.status?.resourceSummary?.allocatable) {
    return 0;
  }
  const limits = Object.entries(replicaRequirements?.resourceRequest ?? {})
    .filter(([, request]) => parseQuantity(request) > 0)
    .map(([resource, request]) =>
      Math.floor(free(cluster, resource) / parseQuantity(request)),
    );
  return Math.max(
    0,
    Math.min(Math.floor(free(cluster, 'pods') / 1000), ...limits),
  );
}
