import { FleetSweep } from '../../contract';
import { KubernetesError } from '../transport/KubernetesError';
import { KubernetesStreamRequest } from '../transport/KubernetesTransport';
import { StreamLine } from '../transport/splitLines';
import { changedAt } from './changedAt';
import { compareResourceVersions } from './compareResourceVersions';
import { Lane } from './Lane';
import { ObjectBatcher, ObjectChange } from './ObjectBatcher';
import { RelistNeededError } from './RelistNeededError';
import { TimeSlice } from './TimeSlice';
import { parseWatchEvent, readBookmark, WatchEvent } from './WatchEvent';

/** How far a lane was read. Kept over all sessions of an observation. @internal */
export interface LanePosition {
  /** Undefined: it must be listed. */
  resourceVersion?: string;
  /** When a checkpoint was last stored, in milliseconds of the observation's clock. */
  storedAt: number;
}

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
  #sweep?: FleetSweep;
  #batcher: ObjectBatcher;
  #lines = 0;

  private constructor(lane: Lane, position: LanePosition) {
    this.#lane = lane;
    this.#position = position;
    const { resourceVersion } = position;
    const { timings, limits } = lane;
    this.#request = {
      path: lane.path,
      query: {
        ...lane.query,
        watch: 1,
        allowWatchBookmarks: true,
        timeoutSeconds: Math.ceil((timings.watch / 1000) * (1 + lane.random())),
        ...(resourceVersion === undefined
          ? { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' }
          : { resourceVersion }),
      },
      accept: lane.accept.watch,
      deadlineMs: timings.page,
      idleMs: () => (this.#sweep ? timings.initialSilence : timings.silence),
      // The event around the object takes a few bytes too.
      maxLineBytes: limits.objectBytes + 64,
    };
    this.#batcher = this.#createBatcher(changes => this.#change(changes));
  }

  /** Lines that could be read; none means that the server refused rather than lost us. */
  get lines(): number {
    return this.#lines;
  }

  /** Whether the session is still listing. */
  get listing(): boolean {
    return this.#sweep !== undefined;
  }

  /** Resolves when the server ends the watch, and otherwise rejects. Nothing is in flight afterwards. */
  async run(signal: AbortSignal): Promise<void> {
    const { transport } = this.#lane.options;
    const release =
      this.#position.resourceVersion === undefined
        ? await transport.limiter.acquire(signal)
        : undefined;
    let settle: NodeJS.Timeout | undefined;
    try {
      if (release) {
        await this.#beginSweep();
      }
      const either = AbortSignal.any([signal, this.#stop.signal]);
      const stream = await transport.watch({
        ...this.#request,
        signal: either,
      });
      settle = setTimeout(() => {
        if (this.#lines === 0 && !this.#sweep) {
          this.#lane.health.good();
        }
      }, this.#lane.timings.settle);
      for await (const batch of stream.batches) {
        await this.#take(batch);
        if (!this.#sweep) {
          release?.();
        }
      }
      if (this.#sweep) {
        throw new KubernetesError(
          `GET ${this.#lane.path} failed: the list ended early`,
          { code: 'incomplete' },
        );
      }
      await this.#batcher.drain();
    } catch (error) {
      if (this.#sweep || error instanceof RelistNeededError || signal.aborted) {
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

  async #beginSweep(): Promise<void> {
    const { context, lane } = this.#lane.options;
    this.#lane.health.sweeping();
    const sweep = await context.sink.beginSweep(lane);
    this.#sweep = sweep;
    this.#batcher = this.#createBatcher(async changes => {
      await sweep.page(
        changes.flatMap(({ object, gone }) => (gone ? [] : object.upserts)),
      );
      const deletes = changes.flatMap(({ object, gone }) =>
        gone ? object.keys : [],
      );
      if (deletes.length > 0) {
        await context.sink.change({ lane, upserts: [], deletes });
      }
    });
  }

  #createBatcher(store: (changes: ObjectChange[]) => Promise<void>) {
    return ObjectBatcher.create({
      size: this.#lane.limits.pageSize,
      delayMs: this.#sweep ? undefined : this.#lane.timings.batch,
      store,
      onError: error => this.#stop.abort(error),
    });
  }

  async #change(changes: ObjectChange[]): Promise<void> {
    const { context, lane } = this.#lane.options;
    // Taken together with the batch: everything up to here is in this batch or in one before.
    const checkpoint = this.#position.resourceVersion;
    this.#position.storedAt = context.now();
    await context.sink.change({
      lane,
      upserts: changes.flatMap(({ object, gone }) =>
        gone ? [] : object.upserts,
      ),
      deletes: changes.flatMap(({ object, gone }) =>
        gone ? object.keys : object.deletes,
      ),
      checkpoint,
    });
  }

  async #take(batch: StreamLine[]): Promise<void> {
    let changed: number | undefined;
    for (const line of batch) {
      if (this.#slice.over) {
        await this.#slice.pause();
      }
      const event = line.oversized ? undefined : parseWatchEvent(line.text);
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
        changed = this.#sweep ? undefined : changedAt(event.object);
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

  async #object(event: WatchEvent): Promise<void> {
    const object = this.#lane.reader.read(event.object);
    if (!object) {
      this.#lane.health.skipped('malformed');
      return;
    }
    const gone = event.type === 'DELETED';
    if (!this.#sweep) {
      this.#advance(object.resourceVersion, gone);
    }
    await this.#batcher.put({ object, gone });
  }

  async #bookmark(event: WatchEvent): Promise<void> {
    const { resourceVersion, endsInitialEvents } = readBookmark(event);
    if (resourceVersion === undefined) {
      this.#lane.health.skipped('malformed');
    } else if (this.#sweep && endsInitialEvents) {
      await this.#completeSweep(this.#sweep, resourceVersion);
    } else if (!this.#sweep) {
      this.#advance(resourceVersion, false);
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
    this.#position.resourceVersion = resourceVersion;
    this.#position.storedAt = this.#lane.options.context.now();
    this.#batcher = this.#createBatcher(changes => this.#change(changes));
    this.#lines += 1;
    this.#lane.health.good();
  }

  /** Versions of one kind only grow; one that does not comes from a server whose storage was restored. */
  #advance(resourceVersion: string, gone: boolean): void {
    const { resourceVersion: before = '' } = this.#position;
    const order = compareResourceVersions(resourceVersion, before);
    if (order !== undefined && order < 0) {
      // Some servers send a deleted object with the version it had before.
      if (gone) {
        return;
      }
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
    const { context, lane } = this.#lane.options;
    const { storedAt, resourceVersion } = this.#position;
    if (
      this.#batcher.waiting === 0 &&
      !this.#batcher.storing &&
      context.now() - storedAt >= this.#lane.timings.checkpoint
    ) {
      this.#position.storedAt = context.now();
      await context.sink.change({
        lane,
        upserts: [],
        deletes: [],
        checkpoint: resourceVersion,
      });
    }
  }
}
