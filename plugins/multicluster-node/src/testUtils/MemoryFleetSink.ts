import { ConflictError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { FleetFact, FleetSink, FleetSweep, PlacementFact } from '../contract';
import { eventually } from './eventually';

/** One call that a {@link MemoryFleetSink} took. @public */
export type FleetSinkCall =
  | { call: 'checkpoint' | 'beginSweep'; lane: string }
  | {
      call: 'change';
      lane: string;
      upserts: FleetFact[];
      deletes: Array<{ type: FleetFact['type']; key: string }>;
      checkpoint?: string;
    }
  | { call: 'page'; lane: string; facts: FleetFact[] }
  | { call: 'complete'; lane: string; checkpoint: string };

/** One row that a {@link MemoryFleetSink} wrote, in order. @public */
export interface FleetSinkWrite {
  lane: string;
  type: FleetFact['type'];
  key: string;
  /** Undefined: the row was deleted. */
  fact?: FleetFact;
}

interface Row {
  lane: string;
  fact: FleetFact;
  sweep: number;
}

/**
 * A {@link FleetSink} in memory, with the semantics of the durable one: equal facts are not written, a sweep deletes what
 * it did not name only when it completes, and every call is refused once the lease is lost.
 *
 * @public
 */
export class MemoryFleetSink implements FleetSink {
  static create(options?: { checkpoints?: Record<string, string> }) {
    return new MemoryFleetSink(options?.checkpoints ?? {});
  }

  /** Every call taken, oldest first. */
  readonly calls: FleetSinkCall[] = [];
  /** Every row written or deleted, oldest first. Equal facts appear once. */
  readonly writes: FleetSinkWrite[] = [];

  readonly #rows = new Map<string, Row>();
  readonly #checkpoints: Map<string, string>;
  #sweeps = 0;
  #delayMs = 0;
  #failure?: Error;

  private constructor(checkpoints: Record<string, string>) {
    this.#checkpoints = new Map(Object.entries(checkpoints));
  }

  /** All facts held, of a type if one is given, ordered by key. */
  facts<T extends FleetFact['type']>(
    type?: T,
  ): Array<Extract<FleetFact, { type: T }>> {
    return [...this.#rows.values()]
      .map(row => row.fact)
      .filter((fact): fact is Extract<FleetFact, { type: T }> =>
        type ? fact.type === type : true,
      )
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  }

  fact<T extends FleetFact['type']>(
    type: T,
    key: string,
  ): Extract<FleetFact, { type: T }> | undefined {
    const row = this.#rows.get(`${type} ${key}`);
    return row?.fact as Extract<FleetFact, { type: T }> | undefined;
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
    condition: (sink: MemoryFleetSink) => boolean,
    timeoutMs = 10_000,
  ): Promise<void> {
    await eventually(() => condition(this), { timeoutMs });
  }

  async checkpoint(lane: string): Promise<string | undefined> {
    this.calls.push({ call: 'checkpoint', lane });
    this.#check();
    return this.#checkpoints.get(lane);
  }

  async referencedKinds() {
    this.#check();
    const kinds = this.facts('placement')
      .filter((fact: PlacementFact) => !fact.dependency)
      .map(({ workload: { group, version, kind } }) => ({
        group,
        version,
        kind,
      }));
    return [...new Map(kinds.map(k => [JSON.stringify(k), k])).values()];
  }

  async change(batch: Parameters<FleetSink['change']>[0]): Promise<void> {
    await this.#write();
    this.calls.push({ call: 'change', ...batch });
    batch.deletes.forEach(({ type, key }) => this.#delete(`${type} ${key}`));
    batch.upserts.forEach(fact => this.#put(batch.lane, fact, this.#sweeps));
    if (batch.checkpoint !== undefined) {
      this.#checkpoints.set(batch.lane, batch.checkpoint);
    }
  }

  async beginSweep(lane: string): Promise<FleetSweep> {
    this.#check();
    this.calls.push({ call: 'beginSweep', lane });
    this.#sweeps += 1;
    const stamp = this.#sweeps;
    return {
      page: async facts => {
        await this.#write();
        this.calls.push({ call: 'page', lane, facts });
        facts.forEach(fact => this.#put(lane, fact, stamp));
      },
      complete: async checkpoint => {
        await this.#write();
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

  async #write(): Promise<void> {
    this.#check();
    if (this.#delayMs > 0) {
      await new Promise(resolve => setTimeout(resolve, this.#delayMs));
      this.#check();
    }
  }

  #check(): void {
    if (this.#failure) {
      throw this.#failure;
    }
  }

  #put(lane: string, fact: FleetFact, sweep: number): void {
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
