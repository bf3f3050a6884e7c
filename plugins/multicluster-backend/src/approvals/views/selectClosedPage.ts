import { Knex } from 'knex';
import { InboxPlace } from './inboxCursor';

/** The places of requests that ended, the last that ended first, after one of them; one more than asked for tells whether there are others. */
export async function selectClosedPage(
  query: Knex.QueryBuilder,
  options: { after?: InboxPlace; limit: number },
): Promise<InboxPlace[]> {
  const { after, limit } = options;
  query.whereNotNull('r.closed_at');
  if (after) {
    const closedAt = -after.order[0];
    query
      .where('r.closed_at', '<=', closedAt)
      .where(or =>
        or.where('r.closed_at', '<', closedAt).orWhere('r.id', '>', after.id),
      );
  }
  const rows: Array<{ id: string; closed_at: number | string }> = await query
    .orderBy([
      { column: 'r.closed_at', order: 'desc' },
      { column: 'r.id', order: 'asc' },
    ])
    .limit(limit + 1)
    .select('r.id', 'r.closed_at');
  return rows.map(row => ({
    id: row.id,
    rank: 2,
    order: [-Number(row.closed_at), 0, 0],
  }));
}
