import { Knex } from 'knex';
import { databaseClock } from '../sql/databaseClock';

const NOTED_FOR_MS = 15_000;
const NOTED_APART_MS = 5_000;
const MOST_KEYS = 100;

interface Options {
  knex: Knex;
  /** Ids of the sources in the tables, by configured name. */
  ids: ReadonlyMap<string, number>;
}

/**
 * What readers look at and what webhooks named, told to whichever replica observes.
 *
 * Times are by the clock of the database: those of replicas differ.
 */
export class DemandBook {
  static create(options: Options) {
    return new DemandBook(options);
  }

  readonly #options: Options;
  readonly #notedAt = new Map<string, number>();
  readonly #listeners = new Set<(sourceId: number) => void>();

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Says that somebody has a run on screen. To be called with every read of it: it writes once in five seconds at most.
   *
   * @param runHash - its id in URLs; one that is not stored is nobody's demand
   */
  async noteWatched(runHash: string): Promise<void> {
    const now = performance.now();
    if (now - (this.#notedAt.get(runHash) ?? -Infinity) < NOTED_APART_MS) {
      return;
    }
    this.#forgetOld(now);
    this.#notedAt.set(runHash, now);
    const { knex } = this.#options;
    await knex.raw(
      `INSERT INTO run_demand (run_id, until)
       SELECT id, ${databaseClock(knex)} + ? FROM inventory_run WHERE hash = ?
       ON CONFLICT (run_id) DO UPDATE SET until = excluded.until`,
      [NOTED_FOR_MS, runHash],
    );
  }

  /**
   * Has the replica that observes a source look at runs now. A webhook that names none of them asks for everything.
   *
   * @param source - configured name; one that is not configured is not woken
   */
  async wake(source: string, runKeys: string[]): Promise<void> {
    const { knex, ids } = this.#options;
    const sourceId = ids.get(source);
    if (sourceId === undefined) {
      return;
    }
    const named = new Set(runKeys);
    // One that names very many says no more than that there is something to look at.
    const keys = named.size === 0 || named.size > MOST_KEYS ? [''] : named;
    await knex.transaction(async trx => {
      for (const key of keys) {
        await trx.raw(
          `INSERT INTO source_wake (source_id, run_key, at) VALUES (?, ?, ${databaseClock(
            knex,
          )})`,
          [sourceId, key],
        );
      }
    });
    for (const listener of this.#listeners) {
      listener(sourceId);
    }
  }

  /** Listens for wake-ups of this process, which need not wait for the table to be read. */
  onWake(listener: (sourceId: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #forgetOld(now: number): void {
    for (const [hash, at] of this.#notedAt) {
      if (now - at >= NOTED_APART_MS) {
        this.#notedAt.delete(hash);
      }
    }
  }
}
