import { Knex } from 'knex';
import { deleteRows } from '../sql/deleteRows';

/** Deletes clusters that are only there because placements named them, once none does. Gives back their names. */
export async function dropIdleStubs(
  trx: Knex,
  sourceId: number,
): Promise<string[]> {
  const rows: Array<{ id: number; name: string }> = await trx(
    'inventory_cluster as c',
  )
    .where({ 'c.source_id': sourceId, 'c.present': false })
    .whereNotExists(
      trx('inventory_target as t')
        .select(trx.raw('1'))
        .whereRaw('t.cluster_id = c.id'),
    )
    .select('c.id', 'c.name');
  const ids = rows.map(({ id }) => id);
  await deleteRows(trx, 'inventory_cluster', 'id', ids);
  return rows.map(({ name }) => name);
}
