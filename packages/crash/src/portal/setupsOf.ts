import path from 'node:path';
import { Waves } from './crashWorld';

/** {@inheritDoc setupsOf} */
export interface Setup {
  /** `backend.database` of the portal. */
  database: object;
  /** How many back ends there are over it. */
  replicas: number;
  /** What has to be so before the next cluster of a lane is released. */
  waves: Waves;
}

/**
 * What is crashed, by its name: one back end on each database, and two on the one that can be shared. In one of them a person says when
 * the next cluster of a lane is released.
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
      waves: 'healthy',
    },
    ...(postgres && {
      postgres: {
        database: { ...pg, pluginDivisionMode: 'schema' },
        replicas: 1,
        waves: 'person',
      },
      // A database of its own: the campaign before left its requests and lanes in the other.
      replicas: {
        database: { ...pg, prefix: 'fairway_replicas_' },
        replicas: 2,
        waves: 'healthy',
      },
    }),
  };
}
