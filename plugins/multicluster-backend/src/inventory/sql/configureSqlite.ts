import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './isSqlite';

// WAL lets a reader read while a sweep writes. NORMAL loses at most the last commits when the power fails, never the
// file; what is lost is observed again. The cache keeps the upper pages of the indexes, without which each insert of a
// first sync reads them anew. A checkpoint holds up everything in the process until the disk has it: at sixteen times the
// usual distance (64 MiB), pages of indexes that are written again and again are moved and waited for that much less often.
const PRAGMAS = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'cache_size = -32768',
  'wal_autocheckpoint = 16000',
  'temp_store = MEMORY',
];

const configured = new WeakSet<object>();

/** Sets an SQLite file up for a writer that never pauses. Does nothing on other engines. */
export async function configureSqlite(
  knex: Knex,
  logger: LoggerService,
): Promise<void> {
  if (!isSqlite(knex) || configured.has(knex.client.pool)) {
    return;
  }
  configured.add(knex.client.pool);
  const file = (await knex.raw('PRAGMA database_list'))[0]?.file;
  if (!file) {
    logger.warn(
      'The inventory is kept in memory: it is read anew after each restart, and kept twice while it is in use. ' +
        'Set backend.database.connection.directory to keep it in a file.',
    );
  }
  for (const pragma of PRAGMAS) {
    await knex.raw(`PRAGMA ${pragma}`);
  }
  // Most of them belong to a connection: one that replaces a broken one needs them again.
  knex.client.pool.on(
    'createSuccess',
    (_: number, connection: { pragma(text: string): unknown }) =>
      PRAGMAS.forEach(pragma => connection.pragma(pragma)),
  );
}
