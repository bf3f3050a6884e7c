import { Knex } from 'knex';

/** Ids of the sources in the tables, by configured name. Sources that are new get one. */
export async function sourceIds(
  knex: Knex,
  sources: Array<{ id: string; type: string }>,
): Promise<Map<string, number>> {
  for (const { id: name, type } of sources) {
    await knex('inventory_source')
      .insert({ name, type })
      .onConflict('name')
      .merge(['type']);
  }
  const rows = await knex('inventory_source').select('id', 'name');
  return new Map(rows.map(row => [row.name, row.id]));
}
