import { Knex } from 'knex';
import { Columns } from './Columns';
import { isSqlite } from './isSqlite';
import { jsonRows } from './jsonRows';
import { rowsOf } from './rowsOf';
import { runEach } from './runEach';

/** Inserts rows in one go. Gives back what `returning` names, in no particular order. */
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
  const names = Object.keys(columns);
  const quoted = names.map(name => `"${name}"`).join(', ');
  const into = `INSERT INTO ${table} (${quoted})`;
  const after = [
    options?.onConflict && ` ON CONFLICT ${options.onConflict}`,
    options?.returning && ` RETURNING ${options.returning.join(', ')}`,
  ].filter(Boolean);
  if (isSqlite(knex)) {
    const values = names.map(() => '?').join(', ');
    const sql = `${into} VALUES (${values})${after.join('')}`;
    const returning = options?.returning !== undefined;
    return runEach<R>(knex, sql, rows, { columns, names, returning });
  }
  const source = jsonRows(columns, rows);
  const result = await knex.raw(
    `${into} SELECT ${quoted} FROM ${source.sql}${after.join('')}`,
    source.bindings,
  );
  return rowsOf<R>(result);
}
