import { Knex } from 'knex';
import { rowsOf } from '../sql/rowsOf';

/** Raises the revision of a source by one and gives it back. All facets of a source share it. */
export async function bumpRevision(
  trx: Knex.Transaction,
  sourceId: number,
): Promise<number> {
  const rows = rowsOf<{ revision: string | number }>(
    await trx.raw(
      'UPDATE inventory_source SET revision = revision + 1 WHERE id = ? RETURNING revision',
      [sourceId],
    ),
  );
  return Number(rows[0].revision);
}
