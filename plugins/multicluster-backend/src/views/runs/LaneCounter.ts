import { Knex } from 'knex';
import { KeyedCache } from '../../detail/KeyedCache';
import { isUntrustedLane } from '../health/isUntrustedLane';
import { FleetHealth } from '../health/SourceHealth';

const TTL_MS = 3000;
const MAX_KEPT = 100;

/** What a list comes to in full. */
export interface ListCounts {
  total: number;
  /** How many were read through a lane that fails or is silent. */
  stale: number;
}

/** Counts what a filter finds. Kept for three seconds: counting looks at every row while a page reads fifty. */
export class LaneCounter {
  readonly #kept = KeyedCache.create<Array<{ laneId: number; count: number }>>({
    ttlMs: TTL_MS,
    maxKeys: MAX_KEPT,
  });

  static create(): LaneCounter {
    return new LaneCounter();
  }

  private constructor() {}

  /**
   * @param key - tells lists apart, whom they are for included
   * @param query - the list, without columns; always the same for a key
   * @param column - of the lane that a row was read through
   */
  async count(
    key: string,
    query: () => Knex.QueryBuilder,
    column: string,
    health: FleetHealth,
  ): Promise<ListCounts> {
    const rows = await this.#kept.get(key, async () =>
      (
        await query()
          .groupBy(column)
          .select(`${column} as lane`)
          .count({ count: '*' })
      ).map((row: { lane: number | null; count: number | string }) => ({
        laneId: row.lane ?? -1,
        count: Number(row.count),
      })),
    );
    const counts = { total: 0, stale: 0 };
    for (const { laneId, count } of rows) {
      const lane = health.lanes.get(laneId);
      counts.total += count;
      counts.stale += lane && isUntrustedLane(lane) ? count : 0;
    }
    return counts;
  }
}
