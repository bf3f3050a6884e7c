import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { isLastKnown } from '../isLastKnown';
import { Untrusted } from '../untrustedOf';
import { narrowToWindow, Window, windows } from './windows';

/** What a list of workloads comes to in full. */
export interface WorkloadCounts {
  total: number;
  /** How many have a target that is only last known: its cluster is not ready, or a lane that it was read through fails. */
  stale: number;
}

const TTL_MS = 3000;
const STALE_MS = 30_000;
const MAX_KEPT = 100;

/**
 * Counts what a filter finds. Kept for three seconds, and longer when it takes long, because counting looks at every
 * workload while a page reads fifty. For half a minute more the old count is given while a new one is made: a total that
 * lags is of more use than a page that waits for it.
 */
export class WorkloadCounter {
  readonly #knex: Knex;
  readonly #kept = new Map<string, Cached<WorkloadCounts>>();

  static create(knex: Knex): WorkloadCounter {
    return new WorkloadCounter(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * @param key - tells lists apart, whom they are for included
   * @param query - the list, without columns; always the same for a key
   */
  count(
    key: string,
    query: () => Knex.QueryBuilder,
    untrusted: Untrusted,
  ): Promise<WorkloadCounts> {
    const fullKey = JSON.stringify([key, untrusted]);
    let cached = this.#kept.get(fullKey);
    if (!cached) {
      cached = Cached.create({
        ttlMs: TTL_MS,
        staleMs: STALE_MS,
        share: 0.05,
        read: () => this.#read(query, untrusted),
      });
      this.#kept.set(fullKey, cached);
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > MAX_KEPT) {
        this.#kept.delete(oldest);
      }
    }
    return cached.get();
  }

  /** Counts a list that is known to be short, as it is now. */
  countFew(
    query: Knex.QueryBuilder,
    untrusted: Untrusted,
  ): Promise<WorkloadCounts> {
    return this.#countPart(query, untrusted);
  }

  async #read(
    query: () => Knex.QueryBuilder,
    untrusted: Untrusted,
  ): Promise<WorkloadCounts> {
    const counts: WorkloadCounts = { total: 0, stale: 0 };
    for await (const window of windows(this.#knex)) {
      const part = await this.#countPart(narrowed(query(), window), untrusted);
      counts.total += part.total;
      counts.stale += part.stale;
    }
    return counts;
  }

  /** Last known targets are looked for row by row, in the column list, and not as a condition, see isLastKnown. */
  async #countPart(
    query: Knex.QueryBuilder,
    untrusted: Untrusted,
  ): Promise<WorkloadCounts> {
    query.count({ total: '*' });
    if (untrusted.clusterIds.length + untrusted.laneIds.length > 0) {
      query.select(
        this.#knex.raw('sum(case when ? then 1 else 0 end) as stale', [
          isLastKnown(this.#knex, untrusted),
        ]),
      );
    }
    const row = await query.first();
    return { total: Number(row?.total ?? 0), stale: Number(row?.stale ?? 0) };
  }
}

function narrowed(query: Knex.QueryBuilder, window: Window): Knex.QueryBuilder {
  narrowToWindow(query, window);
  return query;
}
