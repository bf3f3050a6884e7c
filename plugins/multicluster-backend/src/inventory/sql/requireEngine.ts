import { InputError } from '@backstage/errors';
import { Knex } from 'knex';

const ENGINES = ['pg', 'better-sqlite3', 'sqlite3'];

/**
 * Throws an InputError when the database is neither SQLite nor PostgreSQL: taken for the latter, it would fail in the middle
 * of statements that it does not understand.
 */
export function requireEngine(knex: Knex): void {
  const engine = String(knex.client.config.client);
  if (!ENGINES.includes(engine)) {
    throw new InputError(
      `backend.database.client: the multicluster plugin needs pg or better-sqlite3, not ${engine}`,
    );
  }
}
