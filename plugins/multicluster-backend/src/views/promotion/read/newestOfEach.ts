import { Knex } from 'knex';
import { isSqlite } from '../../../inventory/sql/isSqlite';
import { chunks } from '../../../util/chunks';

/** Parts of one statement; SQLite takes no more than 500. */
const MOST_PARTS = 200;

/**
 * Rows whose ids small queries give, a few for each of some things, in one statement for each 100 of them. So each can be
 * limited by itself and is read from an index; what numbers the rows of a group reads all of them first.
 *
 * @param idsOf - at most two queries of one column
 * @param rowsAmong - the rows, given the condition that their id is among those
 */
export async function newestOfEach<TItem, TRow>(
  knex: Knex,
  items: TItem[],
  idsOf: (item: TItem) => Knex.QueryBuilder[],
  rowsAmong: (condition: (column: string) => Knex.Raw) => Knex.QueryBuilder,
): Promise<TRow[]> {
  // An array first: a PostgreSQL without statistics joins a plain subquery by reading every row there is.
  const among = isSqlite(knex) ? '?? in (?)' : '?? = any (array(?))';
  const rows: TRow[] = [];
  for (const part of chunks(items, MOST_PARTS / 2)) {
    const ids = knex.unionAll(
      part.flatMap(idsOf).map((query, index) =>
        // As a subquery, because a part of a union may not be ordered by itself.
        knex.from(query.as(`part${index}`)).select('id'),
      ),
    );
    rows.push(
      ...((await rowsAmong(column =>
        knex.raw(among, [column, ids]),
      )) as TRow[]),
    );
  }
  return rows;
}
