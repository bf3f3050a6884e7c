import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { jsonText } from '../../util/jsonText';
import { LossCounts } from './severityOf';

/** What is lost of one placement. */
export interface Loss extends LossCounts {
  placementId: number;
}

interface Row {
  placement_id: number;
  lost: number | string | null;
  copies_left: number | string | null;
  reported: number | string;
  clusters_left: number | string;
}

/**
 * What losing a cluster takes from its placements, by placement id. Read in parts, because a cluster can hold 100,000
 * targets and the embedded database answers on the thread that serves everyone.
 */
export async function selectLosses(
  knex: Knex,
  options: { clusterId: number; afterPlacementId: number; limit: number },
): Promise<Loss[]> {
  const integer = (column: string, ...path: string[]) =>
    knex.raw(`cast(? as ${isSqlite(knex) ? 'integer' : 'bigint'})`, [
      jsonText(knex, column, ...path),
    ]);
  const ready = integer('o.derived', 'replicas', 'ready');
  // A copy that never arrived, or is on its way out, is none that is left.
  const runs = `c.id is not null and o.state not in ('pending', 'apply-failed', 'leaving')`;
  const here = knex('inventory_target')
    .where('cluster_id', options.clusterId)
    .where('placement_id', '>', options.afterPlacementId)
    .orderBy('placement_id')
    .limit(options.limit)
    .select('placement_id', 'derived');
  const rows: Row[] = await knex
    .from(here.as('h'))
    .join('inventory_placement as p', 'p.id', 'h.placement_id')
    .leftJoin('inventory_target as o', join =>
      join
        .on('o.placement_id', 'h.placement_id')
        .andOn('o.cluster_id', '<>', knex.raw('?', [options.clusterId])),
    )
    .leftJoin('inventory_cluster as c', join =>
      join
        .on('c.id', 'o.cluster_id')
        .andOn('c.state', '=', knex.raw('?', ['ready'])),
    )
    .where('p.dependency', false)
    .groupBy('h.placement_id', 'h.derived')
    .orderBy('h.placement_id')
    .select(
      'h.placement_id',
      // What is being moved off the cluster is not wanted there any more, but goes with it all the same.
      knex.raw('coalesce(?, ?) as lost', [
        integer('h.derived', 'replicas', 'desired'),
        integer('h.derived', 'replicas', 'ready'),
      ]),
      knex.raw(
        `sum(case when ${runs} then coalesce(?, 0) else 0 end) as copies_left`,
        [ready],
      ),
      knex.raw(
        `sum(case when ${runs} and ? is not null then 1 else 0 end) as reported`,
        [ready],
      ),
      knex.raw(
        `sum(case when ${runs} and (o.state <> 'unknown' or ? is not null) then 1 else 0 end) as clusters_left`,
        [ready],
      ),
    );
  return rows.map(toLoss);
}

/** Where other clusters have the workload and none reports copies, as with Jobs, clusters are what is counted. */
function toLoss(row: Row): Loss {
  const clustersLeft = Number(row.clusters_left);
  const counted =
    row.lost !== null && (Number(row.reported) > 0 || clustersLeft === 0);
  return {
    placementId: row.placement_id,
    ...(counted && {
      lost: Number(row.lost),
      left: Number(row.copies_left ?? 0),
    }),
    clustersLeft,
  };
}
