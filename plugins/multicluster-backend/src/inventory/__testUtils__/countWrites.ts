import { Knex } from 'knex';
import { isSqlite } from '../sql/isSqlite';

const TABLES = [
  'inventory_source',
  'inventory_lane',
  'inventory_cluster',
  'inventory_workload',
  'inventory_workload_images',
  'inventory_policy',
  'inventory_placement',
  'inventory_target',
  'inventory_transition',
  'inventory_fanout',
  'inventory_agent',
  'inventory_pipeline',
  'inventory_run',
  'inventory_gate_fact',
  'inventory_gate',
  'inventory_run_fanout',
  'inventory_workload_mark',
  'entity_claim',
  'entity_match',
];

/**
 * Counts every row written to the tables from now on, by triggers, so that nothing that writes can go unseen.
 *
 * @returns a function that gives the number of rows by table and operation since it was last called
 */
export async function countWrites(
  knex: Knex,
): Promise<() => Promise<Record<string, number>>> {
  await knex.schema.createTable('write_log', table => {
    table.text('what').notNullable();
  });
  if (!isSqlite(knex)) {
    await knex.raw(`CREATE FUNCTION log_write() RETURNS trigger AS $$
      BEGIN INSERT INTO write_log VALUES (TG_TABLE_NAME || ' ' || lower(TG_OP)); RETURN NULL; END
      $$ LANGUAGE plpgsql`);
  }
  for (const table of TABLES) {
    for (const operation of ['insert', 'update', 'delete']) {
      const name = `log_${table}_${operation}`;
      await knex.raw(
        isSqlite(knex)
          ? `CREATE TRIGGER ${name} AFTER ${operation} ON ${table}
             BEGIN INSERT INTO write_log VALUES ('${table} ${operation}'); END`
          : `CREATE TRIGGER ${name} AFTER ${operation} ON ${table}
             FOR EACH ROW EXECUTE FUNCTION log_write()`,
      );
    }
  }
  return async () => {
    const rows: Array<{ what: string; rows: string }> = await knex('write_log')
      .groupBy('what')
      .select('what', knex.raw('count(*) AS rows'));
    await knex('write_log').delete();
    return Object.fromEntries(rows.map(row => [row.what, Number(row.rows)]));
  };
}
