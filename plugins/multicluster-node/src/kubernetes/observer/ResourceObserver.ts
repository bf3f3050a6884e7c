import { setTimeout as sleep } from 'node:timers/promises';
import { KubernetesError } from '../transport/KubernetesError';
import { backOffDelay } from './backOffDelay';
import { createLane, Lane } from './Lane';
import { listPages } from './listPages';
import { noteFailure } from './noteFailure';
import { ObserveResourceOptions } from './ObserverOptions';
import { RelistNeededError } from './RelistNeededError';
import { StreamingListSupport } from './StreamingListSupport';
import { verifyPosition } from './verifyPosition';
import { LanePosition } from './LanePosition';
import { WatchSession } from './WatchSession';

/** Watches that a server may refuse in a row before the position is given up. */
const REFUSALS = 3;

/** Streaming lists that may break in a row before pages are asked for: a page that fails costs less. */
const BROKEN_STREAMS = 2;

/**
 * Observes one kind until it is told to stop: list, watch, and back again when it must.
 *
 * @internal
 */
export class ResourceObserver {
  static create(options: ObserveResourceOptions): ResourceObserver {
    return new ResourceObserver(createLane(options));
  }

  readonly #lane: Lane;
  readonly #position: LanePosition = { storedAt: -Infinity };
  #verify = false;
  #failures = 0;
  #refusals = 0;
  #brokenStreams = 0;

  private constructor(lane: Lane) {
    this.#lane = lane;
  }

  async run(): Promise<void> {
    const { context, lane } = this.#lane.options;
    const { signal } = context;
    try {
      this.#position.resourceVersion = await context.sink.checkpoint(lane);
      // Nobody knows what happened to the server since that was stored.
      this.#verify = this.#position.resourceVersion !== undefined;
      while (!signal.aborted) {
        await this.#round(signal);
      }
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }

  /** One list or one watch. Throws only what ends the observation. */
  async #round(signal: AbortSignal): Promise<void> {
    const session = WatchSession.create(this.#lane, this.#position);
    const began = performance.now();
    try {
      if (await this.#needsList(signal)) {
        await this.#list(session, signal);
      } else {
        await session.run(signal);
      }
      this.#refusals = 0;
      // A server that ends every watch at once must not be asked in a loop.
      const brief = performance.now() - began < this.#lane.timings.settle;
      this.#failures = brief && session.lines === 0 ? this.#failures + 1 : 0;
      if (this.#failures > 1) {
        await this.#pause(signal);
      }
    } catch (error) {
      if (performance.now() - began > 10 * this.#lane.timings.settle) {
        this.#failures = 0;
      }
      await this.#recover(error, session, signal);
    }
  }

  async #needsList(signal: AbortSignal): Promise<boolean> {
    const { resourceVersion } = this.#position;
    if (resourceVersion !== undefined && this.#verify) {
      if (!(await verifyPosition(this.#lane, resourceVersion, signal))) {
        this.#relist('the server is behind what was read before');
      }
      this.#verify = false;
    }
    return this.#position.resourceVersion === undefined;
  }

  async #list(session: WatchSession, signal: AbortSignal): Promise<void> {
    const { transport, resource, context } = this.#lane.options;
    const streaming = StreamingListSupport.of(transport);
    if (
      this.#brokenStreams < BROKEN_STREAMS &&
      (await streaming.mayOffer(resource.group, signal))
    ) {
      await session.run(signal);
    } else {
      this.#position.resourceVersion = await listPages(this.#lane, signal);
      this.#position.storedAt = context.now();
      this.#lane.health.good();
      this.#brokenStreams = 0;
    }
    this.#failures = 0;
  }

  async #recover(
    error: unknown,
    session: WatchSession,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) {
      throw error;
    }
    if (error instanceof RelistNeededError) {
      this.#relist(error.message);
    } else if (!(error instanceof KubernetesError)) {
      // The sink refused (the lease is lost) or something is wrong with ourselves: not ours to repair.
      throw error;
    } else if (session.listing && this.#refusesStreaming(error)) {
      return;
    } else if (error.expired) {
      this.#relist('the history it would continue from is gone');
    } else if (error.reason === 'Silent' && !session.listing) {
      this.#verify = true;
      return;
    } else {
      this.#fail(error, session);
    }
    this.#failures += 1;
    if (error instanceof KubernetesError || this.#failures > 1) {
      await this.#pause(signal, error);
    }
  }

  /** Reports, and gives the position up when the server keeps refusing to watch from it. */
  #fail(error: KubernetesError, session: WatchSession): void {
    noteFailure(this.#lane, error);
    this.#verify = true;
    this.#brokenStreams += Number(session.listing);
    const refused = [400, 422, 500, 504].includes(error.status ?? 0);
    this.#refusals = refused && session.lines === 0 ? this.#refusals + 1 : 0;
    if (
      this.#refusals >= REFUSALS &&
      this.#position.resourceVersion !== undefined
    ) {
      this.#refusals = 0;
      this.#relist('the server refuses to watch from there');
    }
  }

  /** Whether the error says that this server has no streaming lists, so that pages are asked for at once. */
  #refusesStreaming(error: KubernetesError): boolean {
    const refuses =
      error.reason === 'Silent' ||
      [400, 405, 406, 422, 500].includes(error.status ?? 0);
    if (refuses) {
      const { transport, resource } = this.#lane.options;
      StreamingListSupport.of(transport).refused(resource.group);
    }
    return refuses;
  }

  #relist(reason: string): void {
    const { context, lane } = this.#lane.options;
    context.logger.info(`Listing ${lane} in full: ${reason}`);
    this.#position.resourceVersion = undefined;
    this.#verify = false;
  }

  async #pause(signal: AbortSignal, error?: unknown): Promise<void> {
    const delay = backOffDelay(Math.max(1, this.#failures), {
      baseMs: this.#lane.timings.backOffBase,
      capMs: this.#lane.timings.backOffCap,
      retryAfterMs:
        error instanceof KubernetesError ? error.retryAfterMs : undefined,
      random: this.#lane.random,
    });
    await sleep(delay, undefined, { signal });
  }
}
