import { ConflictError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { eventually } from './eventually';

/** What every fact has. @public */
export interface StoredFact {
  type: string;
  key: string;
}

/** One call that a sink in memory took. @public */
export type MemorySinkCall<TFact extends StoredFact> =
  | { call: 'checkpoint' | 'beginSweep'; lane: string }
  | {
      call: 'change';
      lane: string;
      upserts: TFact[];
      deletes: Array<{ type: TFact['type']; key: string }>;
      checkpoint?: string;
    }
  | { call: 'page'; lane: string; facts: TFact[] }
  | { call: 'complete'; lane: string; checkpoint: string };

/** One row that a sink in memory wrote, in order. @public */
export interface MemorySinkWrite<TFact extends StoredFact> {
  lane: string;
  type: TFact['type'];
  key: string;
  /** Undefined: the row was deleted. */
  fact?: TFact;
}

interface Row<TFact> {
  lane: string;
  fact: TFact;
  sweep: number;
}

/**
 * What sinks in memory have in common, with the semantics of the durable ones: equal facts are not written, a sweep deletes
 * what it did not name only when it completes, and every call is refused once the lease is lost.
 *
 * @public
 */
export abstract class MemoryFactSink<TFact extends StoredFact> {
  /** Every call taken, oldest first. */
  readonly calls: MemorySinkCall<TFact>[] = [];
  /** Every row written or deleted, oldest first. Equal facts appear once. */
  readonly writes: MemorySinkWrite<TFact>[] = [];

  readonly #rows = new Map<string, Row<TFact>>();
  readonly #checkpoints: Map<string, string>;
  readonly #busy = new Set<string>();
  readonly #overlaps = new Set<string>();
  #sweeps = 0;
  #delayMs = 0;
  #failure?: Error;

  protected constructor(checkpoints: Record<string, string> = {}) {
    this.#checkpoints = new Map(Object.entries(checkpoints));
  }

  /** All facts held, of a type if one is given, ordered by key. */
  facts<T extends TFact['type']>(type?: T): Array<Extract<TFact, { type: T }>> {
    return [...this.#rows.values()]
      .map(row => row.fact)
      .filter((fact): fact is Extract<TFact, { type: T }> =>
        type ? fact.type === type : true,
      )
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  }

  fact<T extends TFact['type']>(
    type: T,
    key: string,
  ): Extract<TFact, { type: T }> | undefined {
    const row = this.#rows.get(`${type} ${key}`);
    return row?.fact as Extract<TFact, { type: T }> | undefined;
  }

  /** The checkpoint held for a lane, without counting as a call. */
  storedCheckpoint(lane: string): string | undefined {
    return this.#checkpoints.get(lane);
  }

  /** How often a lane was listed to its end. */
  completedSweeps(lane: string): number {
    return this.calls.filter(c => c.call === 'complete' && c.lane === lane)
      .length;
  }

  /** Lanes of which two writes were on their way at once. */
  overlaps(): string[] {
    return [...this.#overlaps];
  }

  /** From now on every call is refused with a ConflictError, as when another replica took over. */
  loseLease(): void {
    this.#failure = new ConflictError('The lease of this facet is lost');
  }

  /** From now on every call fails with this error; undefined ends it. */
  failWith(error: Error | undefined): void {
    this.#failure = error;
  }

  /** Makes every write take this long. */
  slowDown(delayMs: number): void {
    this.#delayMs = delayMs;
  }

  /** Resolves once `condition` holds for this sink, and rejects when it does not within `timeoutMs` (10 s). */
  async until(
    condition: (sink: this) => boolean,
    timeoutMs = 10_000,
  ): Promise<void> {
    await eventually(() => condition(this), { timeoutMs });
  }

  async checkpoint(lane: string): Promise<string | undefined> {
    this.calls.push({ call: 'checkpoint', lane });
    this.check();
    return this.#checkpoints.get(lane);
  }

  async change(batch: {
    lane: string;
    upserts: TFact[];
    deletes: Array<{ type: TFact['type']; key: string }>;
    checkpoint?: string;
  }): Promise<void> {
    await this.#write(batch.lane);
    this.calls.push({ call: 'change', ...batch });
    batch.deletes.forEach(({ type, key }) => this.#delete(`${type} ${key}`));
    batch.upserts.forEach(fact => this.#put(batch.lane, fact, this.#sweeps));
    if (batch.checkpoint !== undefined) {
      this.#checkpoints.set(batch.lane, batch.checkpoint);
    }
  }

  async beginSweep(lane: string): Promise<{
    page(facts: TFact[]): Promise<void>;
    complete(checkpoint: string): Promise<void>;
  }> {
    this.check();
    this.calls.push({ call: 'beginSweep', lane });
    this.#sweeps += 1;
    const stamp = this.#sweeps;
    return {
      page: async facts => {
        await this.#write(lane);
        this.calls.push({ call: 'page', lane, facts });
        facts.forEach(fact => this.#put(lane, fact, stamp));
      },
      complete: async checkpoint => {
        await this.#write(lane);
        this.calls.push({ call: 'complete', lane, checkpoint });
        for (const [id, row] of this.#rows) {
          if (row.lane === lane && row.sweep < stamp) {
            this.#delete(id);
          }
        }
        this.#checkpoints.set(lane, checkpoint);
      },
    };
  }

  /** Throws once the lease is lost. */
  protected check(): void {
    if (this.#failure) {
      throw this.#failure;
    }
  }

  async #write(lane: string): Promise<void> {
    this.check();
    if (this.#busy.has(lane)) {
      this.#overlaps.add(lane);
    }
    if (this.#delayMs > 0) {
      this.#busy.add(lane);
      await new Promise(resolve => setTimeout(resolve, this.#delayMs));
      this.#busy.delete(lane);
      this.check();
    }
  }

  #put(lane: string, fact: TFact, sweep: number): void {
    const id = `${fact.type} ${fact.key}`;
    const before = this.#rows.get(id);
    this.#rows.set(id, { lane, fact, sweep });
    if (!before || !isDeepStrictEqual(before.fact, fact)) {
      this.writes.push({ lane, type: fact.type, key: fact.key, fact });
    }
  }

  #delete(id: string): void {
    const row = this.#rows.get(id);
    if (row) {
      this.#rows.delete(id);
      const { type, key } = row.fact;
      this.writes.push({ lane: row.lane, type, key });
    }
  }
}
