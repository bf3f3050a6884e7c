import path from 'node:path';

/**
 * `backend.database` of the portal, by the name of the database.
 *
 * @param postgres - connection string; without one there is SQLite alone
 */
export function databasesOf(
  dir: string,
  postgres: string | undefined,
): Record<string, object> {
  return {
    sqlite: {
      client: 'better-sqlite3',
      connection: { directory: path.join(dir, 'sqlite') },
    },
    ...(postgres && {
      postgres: {
        client: 'pg',
        pluginDivisionMode: 'schema',
        connection: postgres,
        knexConfig: { pool: { min: 0, max: 8 } },
      },
    }),
  };
}
