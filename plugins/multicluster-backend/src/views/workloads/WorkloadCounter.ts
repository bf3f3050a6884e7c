import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { inList } from '../../inventory/sql/inList';
import { ClusterRow } from '../clusters/ClusterRow';
import { narrowToWindow, Window, windows } from './windows';

/** What a list of workloads comes to in full. */
export interface WorkloadCounts {
  total: number;
  /** How many have a target on a cluster that is not ready. */
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
   * @param query - the list, without columns
   */
  count(
    key: string,
    query: () => Knex.QueryBuilder,
    clusters: ClusterRow[],
  ): Promise<WorkloadCounts> {
    const lost = lostOf(clusters);
    const fullKey = JSON.stringify([key, lost]);
    let cached = this.#kept.get(fullKey);
    if (!cached) {
      cached = Cached.create({
        ttlMs: TTL_MS,
        staleMs: STALE_MS,
        share: 0.05,
        read: () => this.#read(query, lost),
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
    clusters: ClusterRow[],
  ): Promise<WorkloadCounts> {
    return this.#countPart(query, lostOf(clusters));
  }

  async #read(
    query: () => Knex.QueryBuilder,
    lost: number[],
  ): Promise<WorkloadCounts> {
    const counts: WorkloadCounts = { total: 0, stale: 0 };
    for await (const window of windows(this.#knex)) {
      const part = await this.#countPart(narrowed(query(), window), lost);
      counts.total += part.total;
      counts.stale += part.stale;
    }
    return counts;
  }

  /**
   * Lost targets are looked for row by row, in the column list: as a condition, a PostgreSQL without statistics joins them
   * by reading every target for every workload.
   */
  async #countPart(
    query: Knex.QueryBuilder,
    lost: number[],
  ): Promise<WorkloadCounts> {
    query.count({ total: '*' });
    if (lost.length > 0) {
      const targets = this.#knex('inventory_target as l')
        .select(this.#knex.raw('1'))
        .whereRaw('l.placement_id = p.id')
        .whereRaw('+?', [inList(this.#knex, 'l.cluster_id', lost, 'integer')]);
      query.select(
        this.#knex.raw('sum(case when exists ? then 1 else 0 end) as stale', [
          targets,
        ]),
      );
    }
    const row = await query.first();
    return { total: Number(row?.total ?? 0), stale: Number(row?.stale ?? 0) };
  }
}

function lostOf(clusters: ClusterRow[]): number[] {
  return clusters
    .filter(cluster => cluster.state !== 'ready')
    .map(cluster => cluster.id);
}

function narrowed(query: Knex.QueryBuilder, window: Window): Knex.QueryBuilder {
  narrowToWindow(query, window);
  return query;
}
