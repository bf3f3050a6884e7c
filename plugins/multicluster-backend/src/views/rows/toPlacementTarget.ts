import { PlacementTarget } from '@fairway/backstage-plugin-multicluster-common';
import { freshnessOf } from '../freshnessOf';
import { LaneHealth } from '../health/SourceHealth';
import { Environments } from '../platform/Environments';
import { toIso } from '../toIso';
import { TargetRow } from './TargetRow';

/** A stored target as the API gives it, joined with the readiness of its cluster and of what it was read through. */
export function toPlacementTarget(
  row: TargetRow,
  context: {
    lanes: ReadonlyMap<number, LaneHealth>;
    placementLaneId?: number;
    environments: Environments;
    workload: { namespace: string; labels: Record<string, string> };
  },
): PlacementTarget {
  const { cluster, derived } = row;
  const environment = context.environments.ofTarget({
    cluster,
    workload: context.workload,
  });
  return {
    cluster: cluster.name,
    ...(cluster.region && { region: cluster.region }),
    ...(environment && { environment }),
    state: row.state,
    axes: derived.axes,
    ...(derived.reason && { reason: derived.reason }),
    ...(derived.message && { message: derived.message }),
    replicas: derived.replicas,
    versions: derived.versions,
    versionKnowledge: derived.versionKnowledge,
    ...(derived.generationsBehind !== undefined && {
      generationsBehind: derived.generationsBehind,
    }),
    since: toIso(row.stateSince),
    ...(derived.firstSeen && { sinceAtLeast: true }),
    freshness: freshnessOf(
      cluster,
      [context.placementLaneId, cluster.laneId]
        .filter((id): id is number => id !== undefined)
        .map(id => context.lanes.get(id)),
    ),
  };
}
