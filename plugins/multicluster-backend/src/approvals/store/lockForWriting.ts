import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';

/**
 * Takes the write lock of SQLite before anything is read: a transaction that reads first and writes later fails there when
 * another process wrote in between. PostgreSQL locks the row that is read.
 */
export async function lockForWriting(trx: Knex): Promise<void> {
  if (isSqlite(trx)) {
    await trx.raw('DELETE FROM approval_request WHERE 0');
  }
}
