import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { selectTargets } from '../rows/selectTargets';
import { TargetRow } from '../rows/TargetRow';

/** Targets of an entity's placements, by placement. */
export type EntityTargets = ReadonlyMap<number, TargetRow[]>;

/** Reads {@link EntityTargets} in one statement. */
export async function selectEntityTargets(
  knex: Knex,
  entityRef: string,
): Promise<EntityTargets> {
  const placements = knex('inventory_placement as p')
    .join('entity_match as m', 'm.workload_id', 'p.workload_id')
    .where('m.entity_ref', entityRef)
    .select('p.id');
  // An array first: a PostgreSQL without statistics joins a plain subquery by reading every target there is.
  const among = isSqlite(knex) ? 'in (?)' : '= any (array(?))';
  const rows = await selectTargets(knex, query =>
    query.whereRaw(`t.placement_id ${among}`, [placements]),
  );
  return groupByPlacement(rows);
}

/** Targets by placement, in the order given. */
export function groupByPlacement(rows: TargetRow[]): Map<number, TargetRow[]> {
  const targets = new Map<number, TargetRow[]>();
  for (const row of rows) {
    const list = targets.get(row.placementId);
    if (list) {
      list.push(row);
    } else {
      targets.set(row.placementId, [row]);
    }
  }
  return targets;
}
