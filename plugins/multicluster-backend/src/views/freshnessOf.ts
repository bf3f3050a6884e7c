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
 * cluster with 100,000 targets changes one row. A cluster that is lost says more, and has been so for longer, than a list
 * that fails: the lists of a cluster that stands alone fail because it is lost.
 *
 * @param cluster - the cluster, as last stored
 * @param lanes - lanes that the target and its cluster were read through; undefined ones were never read
 */
export function freshnessOf(
  cluster: { name: string; state: ClusterState; stateSince: number },
  lanes: Array<LaneHealth | undefined>,
): Freshness {
  if (cluster.state !== 'ready') {
    return {
      state: 'last-known',
      since: toIso(cluster.stateSince),
      reason: sentence(`view.lastKnown.${cluster.state}`, {
        cluster: cluster.name,
      }),
    };
  }
  const troubled = lanes.find(lane => lane && isUntrustedLane(lane));
  return troubled
    ? {
        state: 'last-known',
        ...(troubled.contactAt && { since: toIso(troubled.contactAt) }),
        reason: sentence('view.lastKnown.lane', {
          source: troubled.controlPlane,
          subject: troubled.subject,
        }),
      }
    : { state: 'live' };
}
