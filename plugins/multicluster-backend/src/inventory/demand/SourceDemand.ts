import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { RunDemand } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { databaseClock } from '../sql/databaseClock';
import { deleteRows } from '../sql/deleteRows';
import { DemandBook } from './DemandBook';

const READ_APART_MS = 1_000;
const WATCHED_APART_MS = 1_500;
const MOST_ROWS = 500;

interface Options {
  knex: Knex;
  logger: LoggerService;
  book: DemandBook;
  sourceId: number;
}

/** What is asked of one source, for the replica that observes it. */
export class SourceDemand implements RunDemand {
  static create(options: Options) {
    return new SourceDemand(options);
  }

  readonly #options: Options;
  #watched: string[] = [];
  #watchedAt = -Infinity;
  #readableAt = 0;

  private constructor(options: Options) {
    this.#options = options;
  }

  watched(): string[] {
    const now = performance.now();
    if (now - this.#watchedAt >= WATCHED_APART_MS) {
      this.#watchedAt = now;
      this.#readWatched().catch(error => this.#complain(error));
    }
    return this.#watched;
  }

  async wait(ms: number, signal: AbortSignal): Promise<string[]> {
    const until = performance.now() + ms;
    for (;;) {
      const now = performance.now();
      if (signal.aborted) {
        return [];
      }
      if (now >= this.#readableAt) {
        this.#readableAt = now + READ_APART_MS;
        const keys = await this.#take();
        if (keys.length > 0) {
          return keys;
        }
      }
      if (now >= until) {
        return [];
      }
      await this.#nap(Math.min(until, this.#readableAt), signal);
    }
  }

  /** Until then, or until this process is asked. */
  async #nap(until: number, signal: AbortSignal): Promise<void> {
    const { book, sourceId } = this.#options;
    const ended = new AbortController();
    const end = () => ended.abort();
    const stopListening = book.onWake(id => {
      if (id === sourceId) {
        this.#readableAt = 0;
        end();
      }
    });
    signal.addEventListener('abort', end, { once: true });
    const ms = Math.max(0, until - performance.now());
    await setTimeout(ms, undefined, { signal: ended.signal }).catch(() => {});
    signal.removeEventListener('abort', end);
    stopListening();
  }

  async #readWatched(): Promise<void> {
    const { knex, sourceId } = this.#options;
    this.#watched = await knex('run_demand as d')
      .join('inventory_run as r', 'r.id', 'd.run_id')
      .where('r.source_id', sourceId)
      .whereRaw(`d.until > ${databaseClock(knex)}`)
      .pluck('r.key');
  }

  /** What webhooks named since the last time. A database that does not answer is no reason to stop waiting. */
  async #take(): Promise<string[]> {
    const { knex, sourceId } = this.#options;
    try {
      const rows = await knex('source_wake')
        .where('source_id', sourceId)
        .orderBy('id')
        .limit(MOST_ROWS)
        .select('id', 'run_key');
      if (rows.length === 0) {
        return [];
      }
      // By id: what comes between the two is read the next time.
      const ids = rows.map(({ id }) => id);
      await deleteRows(knex, 'source_wake', 'id', ids);
      return [...new Set<string>(rows.map(row => row.run_key))];
    } catch (error) {
      this.#complain(error);
      return [];
    }
  }

  #complain(error: unknown): void {
    this.#options.logger.warn(
      `What readers look at could not be read: ${stringifyError(error)}`,
    );
  }
}
