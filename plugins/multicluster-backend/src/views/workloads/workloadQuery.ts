import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { isMeantToBePlaced } from '../unplaced/isMeantToBePlaced';

/**
 * Workloads that are somebody's: templates that are placed or meant to be, and placements whose template is gone. What was
 * only placed because another workload needs it is left out.
 *
 * The plus keeps SQLite from beginning with the source: it would then read the workloads in the order of another index and
 * sort all of them for a page of fifty.
 */
export function workloadQuery(knex: Knex): Knex.QueryBuilder {
  return knex('inventory_workload as w')
    .joinRaw('join inventory_source as s on s.id = +w.source_id')
    .joinRaw(placementJoin(knex), [false])
    .where(any =>
      any.whereNotNull('p.id').orWhere(unplaced =>
        unplaced
          .where('w.present', true)
          .whereNotExists(
            knex('inventory_placement as r')
              .select(knex.raw('1'))
              .whereRaw('r.workload_id = w.id'),
          )
          .where(isMeantToBePlaced(knex)),
      ),
    );
}

/**
 * The first placement of a workload that is not a dependency, by the index that holds what lists filter by: SQLite then
 * reads no placement that is not shown. PostgreSQL is made to look it up by the workload: given the choice it reads every
 * placement, and an order by the bare id tempts it to walk the ids until one fits.
 */
function placementJoin(knex: Knex): string {
  return isSqlite(knex)
    ? `left join inventory_placement as p on p.workload_id = w.id and p.dependency = ?
         and not exists (
           select 1 from inventory_placement q
           where q.workload_id = p.workload_id and q.dependency = p.dependency and q.id < p.id)`
    : `left join lateral (
         select * from inventory_placement q
         where q.workload_id = w.id and q.dependency = ?
         order by q.id + 0 limit 1) p on true`;
}
