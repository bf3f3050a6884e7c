import { Knex } from 'knex';
import { isSqlite } from './isSqlite';
import { toJson } from './toJson';

/** A list for `whereIn`, as one JSON parameter. */
export function jsonList(
  knex: Knex,
  values: Iterable<string | number>,
  type: 'integer' | 'text',
): Knex.QueryBuilder {
  const json = toJson([...values]);
  return isSqlite(knex)
    ? knex.select('value').from(knex.raw('json_each(?)', [json]))
    : knex
        .select(knex.raw(`value::${type}`))
        .from(knex.raw('json_array_elements_text(?::json)', [json]));
}
