import { Knex } from 'knex';
import { Columns } from './Columns';
import { isSqlite } from './isSqlite';
import { jsonRows } from './jsonRows';
import { runEach } from './runEach';

/** Updates rows in one go, found by the columns that `keys` names. */
export async function updateRows(
  knex: Knex,
  table: string,
  keys: string[],
  columns: Columns,
  rows: object[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const changed = Object.keys(columns).filter(name => !keys.includes(name));
  if (isSqlite(knex)) {
    const set = changed.map(name => `"${name}" = ?`).join(', ');
    const where = keys.map(name => `"${name}" = ?`).join(' AND ');
    const sql = `UPDATE ${table} SET ${set} WHERE ${where}`;
    const names = [...changed, ...keys];
    await runEach(knex, sql, rows, { columns, names, returning: false });
    return;
  }
  const source = jsonRows(columns, rows);
  const set = changed.map(name => `"${name}" = r."${name}"`).join(', ');
  const where = keys
    .map(name => `${table}."${name}" = r."${name}"`)
    .join(' AND ');
  await knex.raw(
    `UPDATE ${table} SET ${set} FROM ${source.sql} WHERE ${where}`,
    source.bindings,
  );
}
