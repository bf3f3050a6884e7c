import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { LIKE_ESCAPE, likePattern } from './likePattern';

/**
 * The condition that a workload has an image or version: by its template, or by what any of its clusters really runs, which
 * can be behind it.
 *
 * The text is searched before it is parsed, because parsing the facts of every workload is what costs.
 *
 * @param targets - its targets `t`
 */
export function versionCondition(
  knex: Knex,
  field: 'image' | 'version',
  targets: () => Knex.QueryBuilder,
): (where: Knex.QueryBuilder, value: FilterValue) => void {
  const some = (column: string, list: string, value: FilterValue) => {
    const pattern = likePattern(value);
    const parsed = knex.raw(
      isSqlite(knex)
        ? `exists (select 1 from json_each(${column}, '$.${list}') i where lower(json_extract(i.value, '$.${field}')) like ? escape '${LIKE_ESCAPE}')`
        : `exists (select 1 from json_array_elements(${column}::json->'${list}') i where lower(i->>'${field}') like ? escape '${LIKE_ESCAPE}')`,
      [pattern],
    );
    return isPlain(value.text)
      ? knex.raw(
          `(case when lower(${column}) like ? escape '${LIKE_ESCAPE}' then ? else 1 = 0 end)`,
          [`%${pattern}%`, parsed],
        )
      : parsed;
  };
  return (where, value) =>
    where
      .whereRaw(some('w.fact', 'images', value))
      .orWhereExists(targets().whereRaw(some('t.derived', 'versions', value)));
}

/** Whether JSON writes a text as it is. */
function isPlain(text: string): boolean {
  return JSON.stringify(text) === `"${text}"`;
}
