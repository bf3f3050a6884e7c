import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';

const POSTGRES: TestDatabaseId[] = [
  'POSTGRES_18',
  'POSTGRES_17',
  'POSTGRES_16',
  'POSTGRES_15',
  'POSTGRES_14',
];

/**
 * The engines that the tests of the store run on: SQLite always, and every PostgreSQL that the environment names
 * (`BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING` and the like; `scripts/postgres.mjs` starts one and sets it).
 */
export function testDatabases(): TestDatabases {
  const named = POSTGRES.filter(
    id =>
      process.env[
        `BACKSTAGE_TEST_DATABASE_${id.replace('_', '')}_CONNECTION_STRING`
      ],
  );
  return TestDatabases.create({ ids: ['SQLITE_3', ...named] });
}
