import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { yieldToOthers } from '../../util/yieldToOthers';
import { windowSize } from './windows';
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
 * Counts what a filter finds. Kept for three seconds, and longer when it takes long, because counting reads every workload
 * while a page reads fifty.
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

  async #read(
    query: () => Knex.QueryBuilder,
    lost: number[],
  ): Promise<WorkloadCounts> {
    const counts: WorkloadCounts = { total: 0, stale: 0 };
    let after: number | undefined = -1;
    while (after !== undefined) {
      const from: number = after;
      const upTo = await this.#endOfPart(from);
      const part = await this.#countPart(narrow(query(), from, upTo), lost);
      counts.total += part.total;
      counts.stale += part.stale;
      after = upTo;
      await yieldToOthers();
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
        .whereIn('l.cluster_id', lost);
      query.select(
        this.#knex.raw('sum(case when exists ? then 1 else 0 end) as stale', [
          targets,
        ]),
      );
    }
    const row = await query.first();
    return { total: Number(row?.total ?? 0), stale: Number(row?.stale ?? 0) };
  }

  /** The last id of a full part; undefined when this part is the last. */
  async #endOfPart(after: number): Promise<number | undefined> {
    const row = await this.#knex('inventory_workload')
      .where('id', '>', after)
      .orderBy('id')
      .offset(windowSize(this.#knex) - 1)
      .first('id');
    return row?.id;
  }
}

// By id, because that is how the rows lie: in any other order each costs a page of its own.
function narrow(
  query: Knex.QueryBuilder,
  after: number,
  upTo: number | undefined,
): Knex.QueryBuilder {
  query.where('w.id', '>', after);
  return upTo === undefined ? query : query.where('w.id', '<=', upTo);
}
