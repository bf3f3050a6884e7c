import { Knex } from 'knex';
import { Columns } from './Columns';
import { jsonRows } from './jsonRows';

/** Updates rows in one statement, found by the columns that `keys` names. */
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
  const source = jsonRows(knex, columns, rows);
  const set = Object.keys(columns)
    .filter(name => !keys.includes(name))
    .map(name => `"${name}" = r."${name}"`)
    .join(', ');
  const where = keys
    .map(name => `${table}."${name}" = r."${name}"`)
    .join(' AND ');
  await knex.raw(
    `UPDATE ${table} SET ${set} FROM ${source.sql} WHERE ${where}`,
    [source.binding],
  );
}
