import { FleetSink } from '@fairway/backstage-plugin-multicluster-node';

/** Told what becomes of the rows of a lane. @internal */
export interface LaneListener {
  /** A full list begins: what it does not name is gone when it ends. */
  onSweep(lane: string): void;
  onSwept(lane: string): void;
  /** Keys of placements that went. */
  onDeleted(keys: string[]): void;
}

/**
 * Lets two writers share a lane: the watch, and image ids that are read beside it. Calls of one lane are made one after
 * the other, as sinks want it.
 *
 * @internal
 */
export class LaneQueue {
  static create(sink: FleetSink, listener: LaneListener): LaneQueue {
    return new LaneQueue(sink, listener);
  }

  readonly #sink: FleetSink;
  readonly #listener: LaneListener;
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #sweeping = new Set<string>();

  /** To be written to in the place of the sink. */
  readonly sink: FleetSink;

  private constructor(sink: FleetSink, listener: LaneListener) {
    this.#sink = sink;
    this.#listener = listener;
    this.sink = {
      checkpoint: lane => sink.checkpoint(lane),
      referencedKinds: () => sink.referencedKinds(),
      change: batch => this.run(batch.lane, () => this.#change(batch)),
      beginSweep: lane => this.run(lane, () => this.#beginSweep(lane)),
    };
  }

  /** Whether a full list is on its way, or was broken off and comes again. */
  isSweeping(lane: string): boolean {
    return this.#sweeping.has(lane);
  }

  /** Runs after whatever was asked for before it on this lane, and rejects as the call does. */
  async run<T>(lane: string, call: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    const own = before.then(call);
    this.#last.set(
      lane,
      own.catch(() => undefined),
    );
    return await own;
  }

  async #change(batch: Parameters<FleetSink['change']>[0]) {
    await this.#sink.change(batch);
    this.#listener.onDeleted(batch.deletes.map(({ key }) => key));
  }

  async #beginSweep(lane: string) {
    const sweep = await this.#sink.beginSweep(lane);
    this.#sweeping.add(lane);
    this.#listener.onSweep(lane);
    return {
      page: (facts: Parameters<typeof sweep.page>[0]) =>
        this.run(lane, () => sweep.page(facts)),
      complete: (checkpoint: string) =>
        this.run(lane, async () => {
          await sweep.complete(checkpoint);
          this.#sweeping.delete(lane);
          this.#listener.onSwept(lane);
        }),
    };
  }
}
