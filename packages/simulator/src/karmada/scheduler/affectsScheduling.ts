import type { Binding } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import { matchesCluster } from './matchesCluster';

/** Whether a change of a cluster makes the scheduler look at a binding again (event_handler.go, enqueueAffectedBindings). */
export function affectsScheduling(binding: Binding, cluster: Cluster): boolean {
  const { placement } = binding.spec;
  if (!placement) {
    return false;
  }
  const terms = placement.clusterAffinities;
  if (!terms) {
    return matchesCluster(placement.clusterAffinity, cluster);
  }
  if (
    binding.status?.schedulerObservedGeneration !== binding.metadata.generation
  ) {
    return true;
  }
  const observed = terms.find(
    ({ affinityName }) =>
      affinityName === binding.status?.schedulerObservingAffinityName,
  );
  return matchesCluster(observed ?? terms[0], cluster);
}
