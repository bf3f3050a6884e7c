import { Knex } from 'knex';

/** Whether the database is SQLite; the other engine we speak is PostgreSQL. */
export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}
