import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';

/** A cluster as the inventory has it. */
export interface KnownCluster {
  name: string;
  present: boolean;
  labels: Readonly<Record<string, string>>;
  state: ClusterState;
  taints: ClusterFact['taints'];
}

/**
 * Clusters that are lost or being drained: not ready, or tainted so that what runs there has to leave. Neither a placement that
 * somebody changed nor a cluster that somebody took out makes one, so that content which goes elsewhere by that is a change like
 * any other.
 *
 * @param names - clusters that had something of the lane
 */
export function lostClusters(
  names: Iterable<string>,
  known: ReadonlyMap<string, KnownCluster>,
): string[] {
  return [...new Set(names)].filter(name => {
    const cluster = known.get(name);
    return (
      cluster?.present &&
      (cluster.state !== 'ready' ||
        cluster.taints.some(({ effect }) => effect === 'NoExecute'))
    );
  });
}
