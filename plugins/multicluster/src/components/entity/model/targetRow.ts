import { PlacementTarget } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from './ClusterRow';
import { isCalm } from './severity';

/** A single target as the row of a cluster, for what is said of either. @internal */
export function targetRow(target: PlacementTarget): ClusterRow {
  const { cluster, region, environment, state, freshness } = target;
  return {
    key: cluster,
    controlPlane: '',
    cluster,
    region,
    environment,
    state,
    since: freshness.since ?? target.since,
    sinceAtLeast: !freshness.since && target.sinceAtLeast,
    lastKnown: freshness.state === 'last-known',
    remarkable: freshness.state === 'last-known' || !isCalm(state),
    reason: freshness.reason,
    replicas: target.replicas,
    versions: target.versions,
    versionKnowledge: target.versionKnowledge,
    parts: [{ workloadId: '', kind: '', name: '', target }],
  };
}
