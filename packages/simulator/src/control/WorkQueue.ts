import type { Clock } from '../clock/Clock';
import type { Random } from '../clock/Random';

/** What every queue of a world shares. */
export interface QueueOptions {
  clock: Clock;
  random: Random;
  /** World milliseconds between the wish and the work; varied by half in both directions. */
  lag: number | (() => number);
  /** Told of what a handler throws; the key is not tried again. */
  onError: (error: unknown) => void;
}

interface Planned {
  at: number;
  cancel: () => void;
}

/**
 * Keys that wait to be worked on, each at most once, as in the work queues of Kubernetes controllers: a wish for a key
 * that waits already changes nothing but may bring it forward.
 */
export class WorkQueue {
  readonly #options: QueueOptions;
  readonly #handle: (key: string) => number | void;
  readonly #planned = new Map<string, Planned>();

  /** The handler may return after how many milliseconds it wants to see the key again. */
  static create(
    options: QueueOptions,
    handle: (key: string) => number | void,
  ): WorkQueue {
    return new WorkQueue(options, handle);
  }

  private constructor(
    options: QueueOptions,
    handle: (key: string) => number | void,
  ) {
    this.#options = options;
    this.#handle = handle;
  }

  add(key: string, delay?: number): void {
    const { clock, random } = this.#options;
    const { lag: given } = this.#options;
    const lag = typeof given === 'number' ? given : given();
    const wait = delay ?? lag * (0.5 + random.next());
    const at = clock.elapsed() + wait;
    const planned = this.#planned.get(key);
    if (planned && planned.at <= at) {
      return;
    }
    planned?.cancel();
    const cancel = clock.after(wait, () => this.#run(key));
    this.#planned.set(key, { at, cancel });
  }

  #run(key: string): void {
    this.#planned.delete(key);
    try {
      const again = this.#handle(key);
      if (again !== undefined) {
        this.add(key, again);
      }
    } catch (error) {
      this.#options.onError(error);
    }
  }
}
