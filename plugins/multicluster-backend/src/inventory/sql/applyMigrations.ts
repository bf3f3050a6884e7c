import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './isSqlite';

const migrationsDir = resolvePackagePath(
  '@fairway/backstage-plugin-multicluster-backend',
  'migrations',
);
/** Any number that nobody else takes for an advisory lock of the database. */
const LOCK = 4_105_377_281;

/**
 * Brings the tables up to date, unless the platform does that itself (`database.migrations.skip`).
 *
 * @remarks
 * Replicas that start together do it one after the other. The lock of knex does not see to that on an empty database: two
 * that make its table at once leave two rows in it, and from then on it counts as locked for ever.
 */
export async function applyMigrations(
  database: Pick<DatabaseService, 'migrations'>,
  knex: Knex,
): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  if (isSqlite(knex)) {
    await knex.migrate.latest({ directory: migrationsDir });
    return;
  }
  await knex.transaction(async trx => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
    await trx.migrate.latest({ directory: migrationsDir });
  });
}
