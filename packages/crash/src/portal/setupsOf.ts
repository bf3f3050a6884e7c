import path from 'node:path';

/** {@inheritDoc setupsOf} */
export interface Setup {
  /** `backend.database` of the portal. */
  database: object;
  /** How many back ends there are over it. */
  replicas: number;
}

/**
 * What is crashed, by its name: one back end on each database, and two on the one that can be shared.
 *
 * @param postgres - connection string; without one there is SQLite alone
 */
export function setupsOf(
  dir: string,
  postgres: string | undefined,
): Record<string, Setup> {
  const pg = {
    client: 'pg',
    connection: postgres,
    knexConfig: { pool: { min: 0, max: 8 } },
  };
  return {
    sqlite: {
      database: {
        client: 'better-sqlite3',
        connection: { directory: path.join(dir, 'sqlite') },
      },
      replicas: 1,
    },
    ...(postgres && {
      postgres: {
        database: { ...pg, pluginDivisionMode: 'schema' },
        replicas: 1,
      },
      // A database of its own: the campaign before left its requests and lanes in the other.
      replicas: {
        database: { ...pg, prefix: 'fairway_replicas_' },
        replicas: 2,
      },
    }),
  };
}
