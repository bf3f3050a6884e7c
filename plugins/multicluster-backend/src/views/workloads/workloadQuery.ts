import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';

/**
 * Workloads that are somebody's: templates, and placements whose template is gone. What was only placed because another
 * workload needs it is left out.
 */
export function workloadQuery(
  knex: Knex,
  entityRefs: string[] | undefined,
): Knex.QueryBuilder {
  const query = knex('inventory_workload as w')
    .join('inventory_source as s', 's.id', 'w.source_id')
    .joinRaw(placementJoin(knex), [false])
    .where(any =>
      any
        .whereNotNull('p.id')
        .orWhere(unplaced =>
          unplaced
            .where('w.present', true)
            .whereNotExists(
              knex('inventory_placement as r')
                .select(knex.raw('1'))
                .whereRaw('r.workload_id = w.id'),
            ),
        ),
    );
  if (entityRefs) {
    query.whereIn(
      'w.id',
      knex('entity_match')
        .select('workload_id')
        .where('confirmed', true)
        .whereIn('entity_ref', entityRefs),
    );
  }
  return query;
}

/**
 * The first placement of a workload that is not a dependency. PostgreSQL is made to look it up by the workload: given the
 * choice it reads every placement, and an order by the bare id tempts it to walk the ids until one fits.
 */
function placementJoin(knex: Knex): string {
  return isSqlite(knex)
    ? `left join inventory_placement as p on p.id = (
         select min(q.id) from inventory_placement q
         where q.workload_id = w.id and q.dependency = ?)`
    : `left join lateral (
         select * from inventory_placement q
         where q.workload_id = w.id and q.dependency = ?
         order by q.id + 0 limit 1) p on true`;
}
