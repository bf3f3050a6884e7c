import { Knex } from 'knex';
import { isSqlite } from './isSqlite';
import { toJson } from './toJson';

/**
 * A condition for `where`: the column holds one of the values, which travel as one JSON parameter.
 *
 * On PostgreSQL the list is made an array first. As a plain subquery it is joined, and a planner that has no statistics
 * yet, as in a first sync, joins it by reading the whole table.
 */
export function inList(
  knex: Knex,
  column: string,
  values: Iterable<string | number>,
  type: 'integer' | 'text',
): Knex.Raw {
  const list = isSqlite(knex)
    ? 'IN (SELECT value FROM json_each(?))'
    : `= ANY (ARRAY(SELECT value::${type} FROM json_array_elements_text(?::json)))`;
  return knex.raw(`?? ${list}`, [column, toJson([...values])]);
}
