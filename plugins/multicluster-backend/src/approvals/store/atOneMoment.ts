import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';

/**
 * Reads in several statements as if it were one: nothing that others write meanwhile is seen. A transaction of SQLite sees one
 * moment in any case; of PostgreSQL each statement would see its own.
 */
export async function atOneMoment<T>(
  knex: Knex,
  read: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(
    read,
    isSqlite(knex)
      ? undefined
      : { isolationLevel: 'repeatable read', readOnly: true },
  );
}
