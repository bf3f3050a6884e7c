import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How to reach a database that several replicas share, in words that another process understands too. */
export interface SharedDatabase {
  config: { client: string; connection: object };
  /**
   * A connection for one replica. On SQLite all of this process share one: two of them would wait for each other without
   * letting the other go on, which replicas in processes of their own do not.
   */
  connect(): Knex;
  remove(): Promise<void>;
}

/** An empty database that more than one connection, and more than one process, can open. */
export async function sharedDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<SharedDatabase> {
  const opened: Knex[] = [];
  const directory = mkdtempSync(join(tmpdir(), 'inventory-'));
  const config = await configOf(databases, id, directory);
  return {
    config,
    connect() {
      if (config.client !== 'pg' && opened[0]) {
        return opened[0];
      }
      const knex = knexFactory({
        ...config,
        useNullAsDefault: true,
        ...(config.client === 'pg' && { pool: { min: 0, max: 5 } }),
      });
      opened.push(knex);
      return knex;
    },
    async remove() {
      await Promise.all(opened.map(knex => knex.destroy()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function configOf(
  databases: TestDatabases,
  id: TestDatabaseId,
  directory: string,
) {
  if (id === 'SQLITE_3') {
    const filename = join(directory, 'inventory.sqlite');
    return { client: 'better-sqlite3', connection: { filename } };
  }
  const { connection } = (await databases.init(id)).client.config;
  const { host, port, user, password, database } = connection;
  return {
    client: 'pg',
    connection: { host, port, user, password, database },
  };
}
