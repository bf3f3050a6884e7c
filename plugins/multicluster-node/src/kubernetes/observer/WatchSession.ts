import { FleetSweep } from '../../contract';
import { KubernetesError } from '../transport/KubernetesError';
import { KubernetesStreamRequest } from '../transport/KubernetesRequest';
import { StreamLine } from '../transport/splitLines';
import { changedAt } from './changedAt';
import { compareResourceVersions } from './compareResourceVersions';
import { isGone } from './isGone';
import { Lane } from './Lane';
import { LanePosition } from './LanePosition';
import { storeChanges } from './storeChanges';
import { storeInitial } from './storeInitial';
import { watchRequest } from './watchRequest';
import { ObjectBatcher, ObjectChange } from './ObjectBatcher';
import { RelistNeededError } from './RelistNeededError';
import { TimeSlice } from './TimeSlice';
import { parseWatchEvent, readBookmark, WatchEvent } from './WatchEvent';
import { withoutManagedFields } from './withoutManagedFields';

/**
 * One watch from its opening to its end; without a position it begins with a streaming list.
 *
 * @internal
 */
export class WatchSession {
  static create(lane: Lane, position: LanePosition): WatchSession {
    return new WatchSession(lane, position);
  }

  readonly #lane: Lane;
  readonly #position: LanePosition;
  readonly #request: KubernetesStreamRequest;
  readonly #stop = new AbortController();
  readonly #slice = TimeSlice.start();
  /** Aborts with the observation, and when storing fails. */
  #signal = this.#stop.signal;
  #listing = false;
  #sweep?: FleetSweep;
  #batcher: ObjectBatcher;
  #lines = 0;

  private constructor(lane: Lane, position: LanePosition) {
    this.#lane = lane;
    this.#position = position;
    this.#request = watchRequest(lane, {
      resourceVersion: position.resourceVersion,
      listing: () => this.#listing,
    });
    this.#batcher = this.#createBatcher(changes =>
      storeChanges(this.#lane, this.#position, changes),
    );
  }

  /** Lines that could be read; none means that the server refused rather than lost us. */
  get lines(): number {
    return this.#lines;
  }

  /** Whether the session is still listing. */
  get listing(): boolean {
    return this.#listing;
  }

  /** Resolves when the server ends the watch, and otherwise rejects. Nothing is in flight afterwards. */
  async run(signal: AbortSignal): Promise<void> {
    const { transport } = this.#lane.options;
    this.#listing = this.#position.resourceVersion === undefined;
    const release = this.#listing
      ? await transport.limiter.acquire(signal)
      : undefined;
    let settle: NodeJS.Timeout | undefined;
    try {
      this.#signal = AbortSignal.any([signal, this.#stop.signal]);
      const stream = await transport.watch({
        ...this.#request,
        signal: this.#signal,
      });
      if (this.#listing) {
        await this.#beginSweep();
      }
      settle = setTimeout(() => this.#settled(), this.#lane.timings.settle);
      for await (const batch of stream.batches) {
        await this.#take(batch);
        if (!this.#listing) {
          release?.();
        }
      }
      if (this.#listing) {
        throw new KubernetesError(
          `GET ${this.#lane.path} failed: the list ended early`,
          { code: 'incomplete' },
        );
      }
      await this.#batcher.drain();
    } catch (error) {
      if (
        this.#listing ||
        error instanceof RelistNeededError ||
        signal.aborted
      ) {
        throw error;
      }
      // What came before the stream broke is true all the same; when storing is what failed, this says so again.
      await this.#batcher.drain();
      throw error;
    } finally {
      clearTimeout(settle);
      release?.();
      await this.#batcher.discard();
    }
  }

  /** The server keeps the watch open, though nothing happens: as good as an event. */
  #settled(): void {
    if (this.#lines === 0 && !this.#listing) {
      this.#lane.health.good();
    }
  }

  async #beginSweep(): Promise<void> {
    const { context, lane } = this.#lane.options;
    this.#lane.health.sweeping();
    const sweep = await context.sink.beginSweep(lane);
    this.#sweep = sweep;
    this.#batcher = this.#createBatcher(changes =>
      storeInitial(this.#lane, sweep, changes),
    );
  }

  #createBatcher(store: (changes: ObjectChange[]) => Promise<void>) {
    return ObjectBatcher.create({
      size: this.#lane.limits.pageSize,
      delayMs: this.#listing ? undefined : this.#lane.timings.batch,
      store,
      onError: error => this.#stop.abort(error),
    });
  }

  async #take(batch: StreamLine[]): Promise<void> {
    let changed: number | undefined;
    for (const line of batch) {
      if (this.#slice.over) {
        await this.#slice.pause();
      }
      const event = line.oversized ? undefined : this.#parse(line.text);
      if (!event) {
        this.#lane.health.skipped(line.oversized ? 'too-large' : 'malformed');
      } else if (event.type === 'ERROR') {
        throw this.#lane.options.transport.errorFromStatus(
          this.#request,
          event.object,
        );
      } else if (event.type === 'BOOKMARK') {
        await this.#bookmark(event);
      } else {
        changed = this.#listing ? undefined : changedAt(event.object);
        await this.#object(event);
      }
    }
    this.#lane.health.contact();
    if (changed !== undefined) {
      const now = this.#lane.options.context.now();
      // Clocks differ: an event from the future is one that was seen at once.
      this.#lane.health.lag(Math.max(0, now - changed) / 1000);
    }
  }

  #parse(text: string): WatchEvent | undefined {
    // The times in managed fields tell how late a change is seen, which says nothing of objects that were there before.
    return parseWatchEvent(this.#listing ? withoutManagedFields(text) : text);
  }

  async #object(event: WatchEvent): Promise<void> {
    const object = this.#lane.reader.read(event.object);
    if (!object) {
      this.#lane.health.skipped('malformed');
      return;
    }
    const gone = event.type === 'DELETED';
    if (!this.#listing && gone && this.#isOld(object.resourceVersion)) {
      if (!(await isGone(this.#lane, object.id, this.#signal))) {
        return;
      }
    } else if (!this.#listing) {
      this.#advance(object.resourceVersion);
    }
    await this.#batcher.put({ object, gone });
  }

  async #bookmark(event: WatchEvent): Promise<void> {
    const { resourceVersion, endsInitialEvents } = readBookmark(event);
    if (resourceVersion === undefined) {
      this.#lane.health.skipped('malformed');
    } else if (this.#sweep && endsInitialEvents) {
      await this.#completeSweep(this.#sweep, resourceVersion);
    } else if (!this.#listing) {
      this.#advance(resourceVersion);
      await this.#storeCheckpoint();
    }
  }

  async #completeSweep(
    sweep: FleetSweep,
    resourceVersion: string,
  ): Promise<void> {
    await this.#batcher.drain();
    await sweep.complete(resourceVersion);
    this.#sweep = undefined;
    this.#listing = false;
    this.#position.resourceVersion = resourceVersion;
    this.#position.storedAt = this.#lane.options.context.now();
    this.#batcher = this.#createBatcher(changes =>
      storeChanges(this.#lane, this.#position, changes),
    );
    this.#lines += 1;
    this.#lane.health.good();
  }

  #isOld(resourceVersion: string): boolean {
    const { resourceVersion: before = '' } = this.#position;
    const order = compareResourceVersions(resourceVersion, before);
    return order !== undefined && order < 0;
  }

  /** Versions of one kind only grow; one that does not comes from a server whose storage was restored. */
  #advance(resourceVersion: string): void {
    if (this.#isOld(resourceVersion)) {
      throw new RelistNeededError('its resourceVersions jumped back');
    }
    this.#position.resourceVersion = resourceVersion;
    this.#lines += 1;
    if (this.#lines === 1) {
      this.#lane.health.good();
    }
  }

  /** A checkpoint alone is a write for nothing but a shorter way back, so it is rare. */
  async #storeCheckpoint(): Promise<void> {
    const { context } = this.#lane.options;
    if (
      this.#batcher.waiting === 0 &&
      !this.#batcher.storing &&
      context.now() - this.#position.storedAt >= this.#lane.timings.checkpoint
    ) {
      await storeChanges(this.#lane, this.#position, []);
    }
  }
}
