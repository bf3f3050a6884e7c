import { Knex } from 'knex';
import { databaseClock } from '../../inventory/sql/databaseClock';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { RequestSnapshot } from '../engine/ApprovalEngine';
import { DeliveryRecord } from '../model/DeliveryRecord';
import { deliveryRows } from './deliveryRows';
import { requestRows } from './requestRows';
import { selectSnapshotRows } from './selectSnapshotRows';
import { stepRows } from './stepRows';
import { voteRows } from './voteRows';

/** A snapshot with the decision its steps belong to; that of the last one which was taken back, where none stands. */
export type StoredSnapshot = RequestSnapshot & { delivery?: DeliveryRecord };

/**
 * Reads a request with its votes and its steps. On SQLite it is of one moment only in a transaction.
 *
 * @param options - `lock` keeps the row for the transaction; for those that write. `clock` is an SQL expression; absent: the
 * clock of the database
 */
export async function selectSnapshot(
  knex: Knex,
  id: string,
  { lock = false, clock = databaseClock(knex) } = {},
): Promise<StoredSnapshot | undefined> {
  if (lock && !isSqlite(knex)) {
    // A statement of its own: one that had to wait for the row would show what belongs to it as it was before the wait.
    await knex('approval_request').where({ id }).forUpdate().select('id');
  }
  const rows = await selectSnapshotRows(knex, id, clock);
  if (!rows) {
    return undefined;
  }
  const entities = rows.entities.map(row => ({
    entityRef: String(row.entity_ref),
    confirmed: Boolean(row.confirmed),
  }));
  return {
    request: requestRows.of(rows.request, entities),
    votes: rows.votes.map(voteRows.of),
    steps: rows.steps.map(stepRows.of),
    ...(rows.delivery && { delivery: deliveryRows.of(rows.delivery) }),
    readAt: Math.round(Number(rows.read_at)),
  };
}
