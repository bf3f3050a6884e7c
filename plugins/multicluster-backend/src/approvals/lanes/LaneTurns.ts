import { LoggerService } from '@backstage/backend-plugin-api';
import { LaneConcerns } from './LaneConcerns';

interface Options {
  /** One turn, for what was heard before it. */
  work(heard: LaneConcerns): Promise<void>;
  /** Milliseconds between two turns, at least; as long as the last one took where that is more. 0: one after the other. */
  restMs: number;
  /** Milliseconds after which one that failed is taken again, at least; twice as long each time, up to eight times that. */
  retryMs: number;
  logger: LoggerService;
}

const MOST_DOUBLINGS = 3;

/** One turn at a time; what is heard meanwhile waits for the next, and what a turn that failed was for as well. */
export class LaneTurns {
  static create(options: Options): LaneTurns {
    return new LaneTurns(options);
  }

  readonly #options: Options;
  #heard = LaneConcerns.create();
  #running: Promise<void> | undefined;
  #rest: NodeJS.Timeout | undefined;
  /** In a row. */
  #failures = 0;
  #stopped = false;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What the next turn is for; add to it, and then ask for one. */
  get heard(): LaneConcerns {
    return this.#heard;
  }

  /** Without effect while nothing was heard. */
  ask(): void {
    if (this.#running || this.#rest || this.#stopped || this.#heard.isEmpty) {
      return;
    }
    const begun = performance.now();
    this.#running = this.#turn().then(isDone => {
      this.#running = undefined;
      this.#failures = isDone ? 0 : this.#failures + 1;
      const leastMs = this.#leastMs;
      if (leastMs === 0 || this.#stopped) {
        this.ask();
        return;
      }
      this.#restFor(Math.max(leastMs, performance.now() - begun));
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#rest);
    await this.#running;
  }

  get #leastMs(): number {
    const { restMs, retryMs } = this.#options;
    const doublings = Math.min(this.#failures - 1, MOST_DOUBLINGS);
    return doublings < 0 ? restMs : Math.max(restMs, retryMs * 2 ** doublings);
  }

  #restFor(ms: number): void {
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.ask();
    }, ms);
    this.#rest.unref();
  }

  /** Whether it was done; never rejects. */
  async #turn(): Promise<boolean> {
    const heard = this.#heard;
    this.#heard = LaneConcerns.create();
    try {
      await this.#options.work(heard);
      return true;
    } catch (error) {
      this.#heard.add(heard);
      this.#options.logger.warn(
        'Lanes could not be looked at; it is tried again',
        error instanceof Error ? error : undefined,
      );
      return false;
    }
  }
}
