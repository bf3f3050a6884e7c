import { setTimeout as wait } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ApprovalEngine } from '../engine/ApprovalEngine';

const EVERY_MS = 1000;
/** Rights of those whose votes are kept, and policies, are read again so long after they were read last. */
const RIGHTS_EVERY_MS = 60_000;

interface Options {
  engine: Pick<ApprovalEngine, 'sweep' | 'sweepRights'>;
  logger: LoggerService;
  everyMs?: number;
  rightsEveryMs?: number;
}

/**
 * Lets what time brings happen. Every replica does so. Rights are looked at in a loop of their own, one round at a time: a deadline
 * or a freeze that waited for them would come minutes late where thousands of requests are open.
 */
export class SweepLoop {
  static start(options: Options): SweepLoop {
    return new SweepLoop(options);
  }

  readonly #stop = new AbortController();
  readonly #logger: LoggerService;
  readonly #running: Promise<unknown>;

  private constructor({
    engine,
    logger,
    everyMs = EVERY_MS,
    rightsEveryMs = RIGHTS_EVERY_MS,
  }: Options) {
    const { signal } = this.#stop;
    this.#logger = logger;
    this.#running = Promise.all([
      this.#run(() => engine.sweep(signal), everyMs),
      this.#run(() => engine.sweepRights(signal), rightsEveryMs),
    ]);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(round: () => Promise<void>, everyMs: number): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await round();
      } catch (error) {
        this.#logger.warn(
          'Requests for approval could not be swept; it is tried again',
          error instanceof Error ? error : undefined,
        );
      }
      // Rejects when it is stopped meanwhile; a listener of our own for each round would stay until then.
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}
