import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { ClusterRecord } from '../clusters/ClusterRecord';

/** What a list of workloads comes to in full. */
export interface WorkloadCounts {
  total: number;
  /** How many have a target on a cluster that is not ready. */
  stale: number;
}

const TTL_MS = 3000;
const MAX_KEPT = 100;

/**
 * Counts what a filter finds. Kept for three seconds, because counting reads every workload while a page reads fifty.
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
    clusters: ClusterRecord[],
  ): Promise<WorkloadCounts> {
    const lost = clusters
      .filter(cluster => cluster.state !== 'ready')
      .map(cluster => cluster.id);
    const fullKey = JSON.stringify([key, lost]);
    let cached = this.#kept.get(fullKey);
    if (!cached) {
      cached = Cached.create({
        ttlMs: TTL_MS,
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

  async #read(
    query: () => Knex.QueryBuilder,
    lost: number[],
  ): Promise<WorkloadCounts> {
    const [all, stale] = await Promise.all([
      query().count({ count: '*' }).first(),
      lost.length === 0
        ? undefined
        : query()
            .whereIn(
              'p.id',
              this.#knex('inventory_target')
                .select('placement_id')
                .whereIn('cluster_id', lost),
            )
            .count({ count: '*' })
            .first(),
    ]);
    return {
      total: Number(all?.count ?? 0),
      stale: Number(stale?.count ?? 0),
    };
  }
}
