import { Knex } from 'knex';
import { isSqlite } from '../inventory/sql/isSqlite';

/**
 * SQL for a field of a column that holds JSON as text. Objects come back as JSON text on either engine; the field name is
 * ours, never a user's.
 */
export function jsonText(
  knex: Knex,
  column: string,
  ...path: string[]
): Knex.Raw {
  return isSqlite(knex)
    ? knex.raw(`json_extract(??, ?)`, [column, `$.${path.join('.')}`])
    : knex.raw(`(??::json #>> ?)`, [column, `{${path.join(',')}}`]);
}
