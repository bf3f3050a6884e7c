import { SourceRegistry } from '../service/SourceRegistry';
import { isUntrustedLane } from './health/isUntrustedLane';
import { FleetHealth, LaneHealth } from './health/SourceHealth';

/** What is only last known, whatever the rows say. */
export interface Untrusted {
  /** Clusters that are not ready, or whose readiness is not read any more. */
  clusterIds: number[];
  /** Lanes of placements that fail or are silent. */
  laneIds: number[];
}

/** What is only last known at this moment; the rule of freshnessOf for whole lists. */
export function untrustedOf(
  clusters: Array<{ id: number; state: string; laneId?: number }>,
  health: Pick<FleetHealth, 'lanes'>,
  sources: Pick<SourceRegistry, 'get'>,
): Untrusted {
  const lanes = [...health.lanes.values()].filter(isUntrustedLane);
  const troubled = new Set(lanes.map(lane => lane.laneId));
  return {
    clusterIds: clusters
      .filter(
        cluster =>
          cluster.state !== 'ready' || troubled.has(cluster.laneId ?? -1),
      )
      .map(cluster => cluster.id),
    laneIds: lanes
      .filter(lane => bringsPlacements(lane, sources))
      .map(lane => lane.laneId),
  };
}

/** Named where it is known: a kind that may not be listed fails for ever, and would have every list look at every row. */
function bringsPlacements(
  lane: LaneHealth,
  sources: Pick<SourceRegistry, 'get'>,
): boolean {
  const lanes = sources.get(lane.controlPlane)?.fleet?.placementLanes;
  return (
    !lanes ||
    lanes.namespaced.includes(lane.name) ||
    lanes.clusterScoped.includes(lane.name)
  );
}
