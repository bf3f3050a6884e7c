import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { FleetHealth, LaneHealth } from './health/SourceHealth';

/** What is only last known, whatever the rows say. */
export interface Untrusted {
  /** Clusters that are not ready, or whose readiness is not read any more. */
  clusterIds: number[];
  /** Lanes that fail or are silent. */
  laneIds: number[];
}

/** Whether what was read through a lane may have changed since without anybody seeing it. */
export function isUntrustedLane(lane: Pick<LaneHealth, 'state'>): boolean {
  return lane.state === 'failed' || lane.state === 'stale';
}

/** What is only last known at this moment; the rule of freshnessOf for whole lists. */
export function untrustedOf(
  clusters: Array<{ id: number; state: string; laneId?: number }>,
  health: Pick<FleetHealth, 'lanes'>,
): Untrusted {
  const laneIds = [...health.lanes.values()]
    .filter(isUntrustedLane)
    .map(lane => lane.laneId);
  const lanes = new Set(laneIds);
  const clusterIds = clusters
    .filter(
      cluster =>
        cluster.state !== 'ready' ||
        (cluster.laneId !== undefined && lanes.has(cluster.laneId)),
    )
    .map(cluster => cluster.id);
  return { clusterIds, laneIds };
}

/**
 * The condition that any target of a placement `p` is only last known. It is looked at target by target: told to look for
 * clusters, a PostgreSQL without statistics reads every target of theirs for every placement.
 */
export function isLastKnown(
  knex: Knex,
  { clusterIds, laneIds }: Untrusted,
): Knex.Raw {
  const targets = knex('inventory_target as l')
    .select(knex.raw('1'))
    .whereRaw('l.placement_id = p.id');
  if (clusterIds.length + laneIds.length === 0) {
    return knex.raw('1 = 0');
  }
  const here = inList(knex, 'l.cluster_id', clusterIds, 'integer');
  return laneIds.length === 0
    ? knex.raw('exists ?', [targets.whereRaw('+?', [here])])
    : knex.raw('exists ?', [
        targets.where(any =>
          any
            .where(inList(knex, 'p.lane_id', laneIds, 'integer'))
            .orWhereRaw('+?', [here]),
        ),
      ]);
}
