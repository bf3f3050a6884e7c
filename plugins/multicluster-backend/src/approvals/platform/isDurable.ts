import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';

/** Whether what is stored survives a restart: a database in memory does not. */
export function isDurable(knex: Knex): boolean {
  if (!isSqlite(knex)) {
    return true;
  }
  const { connection } = knex.client.config;
  const file: unknown =
    typeof connection === 'object' && connection !== null
      ? connection.filename
      : connection;
  return typeof file === 'string' && file !== '' && !file.includes(':memory:');
}
