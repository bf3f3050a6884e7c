import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const migrationsDir = resolvePackagePath(
  '@fairway/backstage-plugin-multicluster-backend',
  'migrations',
);

/** Brings the tables up to date, unless the platform does that itself (`database.migrations.skip`). */
export async function applyMigrations(
  database: Pick<DatabaseService, 'migrations'>,
  knex: Knex,
): Promise<void> {
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDir });
  }
}
