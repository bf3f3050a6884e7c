import { Knex } from 'knex';
import { Columns } from './Columns';
import { jsonRows } from './jsonRows';
import { rowsOf } from './rowsOf';

/** Inserts rows in one statement. Gives back what `returning` names, in no particular order. */
export async function insertRows<R extends object = {}>(
  knex: Knex,
  table: string,
  columns: Columns,
  rows: object[],
  options?: { onConflict?: string; returning?: string[] },
): Promise<R[]> {
  if (rows.length === 0) {
    return [];
  }
  const source = jsonRows(knex, columns, rows);
  const names = Object.keys(columns)
    .map(name => `"${name}"`)
    .join(', ');
  const conflict = options?.onConflict
    ? ` ON CONFLICT ${options.onConflict}`
    : '';
  const returning = options?.returning
    ? ` RETURNING ${options.returning.join(', ')}`
    : '';
  // "WHERE true" keeps SQLite from reading ON CONFLICT as a join constraint.
  const result = await knex.raw(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${source.sql} WHERE true${conflict}${returning}`,
    [source.binding],
  );
  return rowsOf<R>(result);
}
