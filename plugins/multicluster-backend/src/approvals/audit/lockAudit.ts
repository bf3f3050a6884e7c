import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';

/** Any number, as long as nobody else takes it in this database: "fairway" in the bytes of a bigint. */
const LOCK = '28817553144373625';

/**
 * One writer of the trail at a time, until its transaction ends. SQLite has one writer anyway; taking its lock before the end of
 * the trail is read keeps the transaction from failing when another process wrote in between.
 */
export async function lockAudit(trx: Knex): Promise<void> {
  await trx.raw(
    isSqlite(trx)
      ? 'DELETE FROM approval_audit WHERE 0'
      : `SELECT pg_advisory_xact_lock(${LOCK})`,
  );
}
