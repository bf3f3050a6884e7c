import { Knex } from 'knex';
import { badInput } from '../../util/codedErrors';
import { decodeCursor, encodeCursor } from './cursor';
import { DEFAULT_LIMIT } from './pageOf';

/** The largest id that either engine takes for one. */
const LARGEST_ID = 2 ** 31 - 1;

/** A list whose most urgent rows come first. */
export interface RankedRows<Row> {
  /** The whole list, without order and columns. */
  list(): Knex.QueryBuilder;
  columns: readonly string[];
  /** Conditions, most urgent first, none of which is ever null; a row is of the first that holds, or of a last rank. */
  ranks: readonly Knex.Raw[];
  /** Column that rows of a rank are ordered by, and the id that decides between equals; both in the same direction. */
  order: {
    by: string;
    id: string;
    direction: 'asc' | 'desc';
    type: 'number' | 'text';
  };
  keyOf(row: Row): { by: string | number; id: number };
}

/** A page of rows. */
export interface RankedRowsPage<Row> {
  rows: Row[];
  nextCursor?: string;
}

/**
 * A page of a list, most urgent first. Ranks are read one after the other, each in the order of an index; a cursor names the
 * rank and the last row of it, so that no page looks at the rows of those before.
 */
export async function selectByRank<Row>(
  ranked: RankedRows<Row>,
  request: { cursor?: string; limit?: number },
): Promise<RankedRowsPage<Row>> {
  const { ranks, order, keyOf } = ranked;
  const limit = request.limit ?? DEFAULT_LIMIT;
  const start = startOf(request.cursor, order.type);
  const found: Array<{ rank: number; row: Row }> = [];
  for (let rank = start.rank; rank <= ranks.length; rank++) {
    const query = ranked.list();
    ranks
      .slice(0, rank)
      .forEach(earlier => query.whereRaw('not (?)', [earlier]));
    if (rank < ranks.length) {
      query.whereRaw('(?)', [ranks[rank]]);
    }
    if (rank === start.rank && start.after) {
      query.whereRaw(
        `(??, ??) ${order.direction === 'asc' ? '>' : '<'} (?, ?)`,
        [order.by, order.id, ...start.after],
      );
    }
    const rows = (await query
      .orderBy([
        { column: order.by, order: order.direction },
        { column: order.id, order: order.direction },
      ])
      // One more than asked for tells whether there is another page.
      .limit(limit + 1 - found.length)
      .select(ranked.columns)) as Row[];
    found.push(...rows.map(row => ({ rank, row })));
    if (found.length > limit) {
      break;
    }
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  if (!last || found.length <= limit) {
    return { rows: shown.map(({ row }) => row) };
  }
  const key = keyOf(last.row);
  return {
    rows: shown.map(({ row }) => row),
    nextCursor: encodeCursor([last.rank, key.by, key.id]),
  };
}

function startOf(
  cursor: string | undefined,
  type: 'number' | 'text',
): { rank: number; after?: [string | number, number] } {
  const key = decodeCursor(cursor, 3);
  if (!key) {
    return { rank: 0 };
  }
  const [rank, by, id] = key;
  const ours =
    Number.isInteger(rank) &&
    Number(rank) >= 0 &&
    (type === 'text' ? typeof by === 'string' : Number.isSafeInteger(by)) &&
    Number.isInteger(id) &&
    Math.abs(Number(id)) <= LARGEST_ID;
  if (!ours) {
    throw badInput('cursor-invalid', 'This cursor was not given by this list');
  }
  return { rank: Number(rank), after: [by, Number(id)] };
}
