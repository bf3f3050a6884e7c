import { setTimeout as wait } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ApprovalEngine } from '../engine/ApprovalEngine';

const EVERY_MS = 1000;

/** Lets what time brings happen: deadlines, windows, rights that were lost. Every replica does so. */
export class SweepLoop {
  static start(options: {
    engine: Pick<ApprovalEngine, 'sweep'>;
    logger: LoggerService;
    everyMs?: number;
  }): SweepLoop {
    return new SweepLoop(options);
  }

  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  private constructor({
    engine,
    logger,
    everyMs = EVERY_MS,
  }: {
    engine: Pick<ApprovalEngine, 'sweep'>;
    logger: LoggerService;
    everyMs?: number;
  }) {
    this.#running = this.#run(async () => {
      try {
        await engine.sweep(this.#stop.signal);
      } catch (error) {
        logger.warn(
          'Requests for approval could not be swept; it is tried again',
          error instanceof Error ? error : undefined,
        );
      }
    }, everyMs);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(round: () => Promise<void>, everyMs: number): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await round();
      // Rejects when it is stopped meanwhile; a listener of our own for each round would stay until then.
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}
