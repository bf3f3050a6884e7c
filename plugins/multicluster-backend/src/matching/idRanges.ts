import { Knex } from 'knex';

/** Narrows a query to the rows of a range, by the column that holds their ids. */
export type IdRange = (column: string) => (query: Knex.QueryBuilder) => void;

/**
 * Ranges of ids that hold so many rows of a table each, and together every id there can be: the last one reaches to the end,
 * so that what refers to rows that are gone is met as well.
 */
export async function* idRanges(
  knex: Knex,
  table: string,
  size: number,
): AsyncGenerator<IdRange> {
  let after: number | undefined = -1;
  while (after !== undefined) {
    const from: number = after;
    const row = await knex(table)
      .where('id', '>', from)
      .orderBy('id')
      .offset(size - 1)
      .first('id');
    const upTo: number | undefined = row?.id;
    yield column => query => {
      query.where(column, '>', from);
      if (upTo !== undefined) {
        query.where(column, '<=', upTo);
      }
    };
    after = upTo;
  }
}
