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
      knex.raw('? as lost', [integer('h.derived', 'replicas', 'desired')]),
      knex.raw(
        'sum(case when c.id is not null then coalesce(?, 0) else 0 end) as copies_left',
        [integer('o.derived', 'replicas', 'ready')],
      ),
      knex.raw('count(c.id) as clusters_left'),
    );
  return rows.map(row => ({
    placementId: row.placement_id,
    ...(row.lost !== null && {
      lost: Number(row.lost),
      left: Number(row.copies_left ?? 0),
    }),
    clustersLeft: Number(row.clusters_left),
  }));
}
