import { Knex } from 'knex';

/** The ids of requests that ended, newest first, after one of them; one more than asked for tells whether there are others. */
export async function selectClosedPage(
  query: Knex.QueryBuilder,
  options: { after?: { createdAt: number; id: string }; limit: number },
): Promise<Array<{ id: string; createdAt: number }>> {
  const { after, limit } = options;
  query.whereNotNull('r.closed_at');
  if (after) {
    query.whereRaw('(r.created_at, r.id) < (?, ?)', [
      after.createdAt,
      after.id,
    ]);
  }
  const rows: Array<{ id: string; created_at: number | string }> = await query
    .orderBy([
      { column: 'r.created_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .limit(limit + 1)
    .select('r.id', 'r.created_at');
  return rows.map(row => ({ id: row.id, createdAt: Number(row.created_at) }));
}
