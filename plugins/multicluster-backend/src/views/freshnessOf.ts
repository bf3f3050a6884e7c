import {
  ClusterState,
  Freshness,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { isUntrustedLane } from './health/isUntrustedLane';
import { LaneHealth } from './health/SourceHealth';
import { toIso } from './toIso';

/**
 * Whether what is shown of a target is what its cluster says now. Joined when read and never stored, so that losing a
 * cluster with 100,000 targets changes one row.
 *
 * @param cluster - the cluster, as last stored
 * @param lanes - lanes that the target and its cluster were read through; undefined ones were never read
 */
export function freshnessOf(
  cluster: { name: string; state: ClusterState; stateSince: number },
  lanes: Array<LaneHealth | undefined>,
): Freshness {
  const troubled = lanes.find(lane => lane && isUntrustedLane(lane));
  if (troubled) {
    return {
      state: 'last-known',
      ...(troubled.contactAt && { since: toIso(troubled.contactAt) }),
      reason: sentence('view.lastKnown.lane', {
        source: troubled.controlPlane,
        subject: troubled.subject,
      }),
    };
  }
  if (cluster.state === 'ready') {
    return { state: 'live' };
  }
  return {
    state: 'last-known',
    since: toIso(cluster.stateSince),
    reason: sentence(`view.lastKnown.${cluster.state}`, {
      cluster: cluster.name,
    }),
  };
}
