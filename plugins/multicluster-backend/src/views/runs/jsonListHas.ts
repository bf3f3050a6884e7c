import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { LIKE_ESCAPE } from '../workloads/likePattern';

/**
 * The condition that a list within a column of JSON holds something like a pattern. Column, list and field are ours, never
 * a user's.
 *
 * @param field - of the objects that the list is of; absent: it is of texts
 */
export function jsonListHas(
  knex: Knex,
  { column, list, field }: { column: string; list: string; field?: string },
  pattern: string,
): Knex.Raw {
  if (isSqlite(knex)) {
    const value = field ? `json_extract(i.value, '$.${field}')` : 'i.value';
    return knex.raw(
      `exists (select 1 from json_each(${column}, '$.${list}') i where lower(${value}) like ? escape '${LIKE_ESCAPE}')`,
      [pattern],
    );
  }
  const value = field ? `i.value->>'${field}'` : `i.value #>> '{}'`;
  return knex.raw(
    `exists (select 1 from json_array_elements(coalesce(${column}::json->'${list}', '[]'::json)) i where lower(${value}) like ? escape '${LIKE_ESCAPE}')`,
    [pattern],
  );
}
