import type { Binding, TargetCluster } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import type { ClusterAffinity } from '../model/Placement';
import { assignReplicas } from './assignReplicas';
import { availableReplicas } from './availableReplicas';
import type { Candidate } from './Candidate';
import { filterClusters } from './filterClusters';
import { selectClusters } from './selectClusters';

/** Where a binding goes under one affinity; throws a SchedulingError that says why nowhere. */
export function schedule(
  binding: Binding,
  affinity: ClusterAffinity | undefined,
  clusters: Cluster[],
  fresh: boolean,
): TargetCluster[] {
  const { placement = {}, replicas, clusters: previous = [] } = binding.spec;
  const candidates = filterClusters(binding, affinity, clusters).map(
    (cluster): Candidate => {
      const { name } = cluster.metadata;
      const there = previous.find(target => target.name === name);
      const allocatable = availableReplicas(binding, cluster);
      return {
        cluster,
        name,
        score: there ? 100 : 0,
        allocatable,
        available: allocatable + (there?.replicas ?? 0),
      };
    },
  );
  return assignReplicas(
    binding,
    selectClusters(placement, candidates, replicas),
    fresh,
  );
}
