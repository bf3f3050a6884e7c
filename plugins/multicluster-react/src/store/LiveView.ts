import { isLost } from './isLost';
import { LiveClock } from './LiveClock';
import { LiveSnapshot } from './LiveSnapshot';

/**
 * Reads a view. Gets what was read last, so that it can ask for changes only, and answers that same object when nothing
 * changed.
 *
 * @public
 */
export type LiveFetch<T> = (
  previous: T | undefined,
  signal: AbortSignal,
) => Promise<T>;

/** How often a view is read without a hint, in milliseconds. @internal */
export interface LivePace<T> {
  /** May depend on what was read: what moves is looked at more often than what is over. */
  poll(data: T | undefined): number;
  /** Whether hints announce changes of the view. */
  hinted: boolean;
}

/** What a view is made of. @internal */
export interface LiveViewOptions<T> {
  fetch: LiveFetch<T>;
  pace: LivePace<T>;
  clock: LiveClock;
  /** Somebody began to look at it, or the last one left. */
  onActive(active: boolean): void;
}

const HINT_JITTER_MS = 600;
const MIN_INTERVAL_MS = 2_000;
const RETRY_MS = 12_000;
const DEADLINE_MS = 30_000;

/**
 * One view that components look at: reads it while somebody does, and remembers it when a read fails.
 *
 * @internal
 */
export class LiveView<T> {
  static create<T>(options: LiveViewOptions<T>): LiveView<T> {
    return new LiveView(options);
  }

  readonly #options: LiveViewOptions<T>;
  readonly #listeners = new Set<() => void>();
  #snapshot: LiveSnapshot<T> = { status: 'loading' };
  #controller: AbortController | undefined;
  #cancelNext: (() => void) | undefined;
  #nextAt = Infinity;
  #startedAt = -Infinity;
  #again = false;
  #paused = false;

  private constructor(options: LiveViewOptions<T>) {
    this.#options = options;
  }

  get hinted(): boolean {
    return this.#options.pace.hinted;
  }

  /** What the view is called on the signal channel; undefined while it is not known. */
  get hintName(): string | undefined {
    return textOf(this.#snapshot.data, 'hint');
  }

  readonly getSnapshot = (): LiveSnapshot<T> => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#options.onActive(true);
      // Cards mount within milliseconds of each other: a view read just now is not read again for each of them.
      this.#readWithin(this.#sinceStart() < MIN_INTERVAL_MS ? this.#wait() : 0);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#stop();
        this.#options.onActive(false);
      }
    };
  };

  readonly refresh = (): void => {
    this.#again = this.#controller !== undefined;
    this.#readWithin(0);
  };

  /** Something changed at the back end; it may or may not concern this view. */
  hint(): void {
    const wait = Math.max(0, MIN_INTERVAL_MS - this.#sinceStart());
    this.#again = this.#again || this.#controller !== undefined;
    // Without the jitter every browser that looks at the portal would ask in the same millisecond.
    this.#readWithin(wait + this.#options.clock.random() * HINT_JITTER_MS);
  }

  /** Stops reading while nobody can see it; `false` reads at once. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (paused) {
      this.#cancel();
    } else if (this.#listeners.size > 0 && !this.#controller) {
      this.#readWithin(this.#sinceStart() < MIN_INTERVAL_MS ? this.#wait() : 0);
    }
  }

  #sinceStart(): number {
    return this.#options.clock.now() - this.#startedAt;
  }

  #wait(): number {
    const failing =
      this.#snapshot.status === 'stale' || this.#snapshot.status === 'error';
    const poll = this.#options.pace.poll(this.#snapshot.data);
    const base = failing ? Math.min(RETRY_MS, poll) : poll;
    return base * (0.9 + this.#options.clock.random() * 0.2);
  }

  #readWithin(milliseconds: number): void {
    const at = this.#options.clock.now() + milliseconds;
    if (this.#paused || this.#controller || this.#listeners.size === 0) {
      return;
    }
    if (this.#nextAt <= at) {
      return;
    }
    this.#cancel();
    if (milliseconds <= 0) {
      this.#read();
      return;
    }
    this.#nextAt = at;
    this.#cancelNext = this.#options.clock.after(milliseconds, () => {
      this.#nextAt = Infinity;
      this.#read();
    });
  }

  #cancel(): void {
    this.#cancelNext?.();
    this.#cancelNext = undefined;
    this.#nextAt = Infinity;
  }

  #stop(): void {
    this.#cancel();
    this.#again = false;
    this.#controller?.abort();
    this.#controller = undefined;
  }

  async #read(): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    this.#startedAt = this.#options.clock.now();
    const cancelDeadline = this.#options.clock.after(DEADLINE_MS, () =>
      controller.abort(),
    );
    try {
      const data = await this.#options.fetch(
        this.#snapshot.data,
        controller.signal,
      );
      this.#settle(controller, {
        data,
        observedAt: textOf(data, 'observedAt'),
        checkedAt: this.#options.clock.now(),
        status: 'fresh',
      });
    } catch (error) {
      this.#settle(controller, this.#failed(error));
    } finally {
      cancelDeadline();
    }
  }

  #failed(cause: unknown): LiveSnapshot<T> {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    // What a person may no longer see must not stay on the screen as "last known".
    if (this.#snapshot.data === undefined || isLost(error)) {
      return { status: 'error', error };
    }
    return { ...this.#snapshot, status: 'stale', error };
  }

  #settle(controller: AbortController, snapshot: LiveSnapshot<T>): void {
    // A view that was stopped, or started anew, while this read was on its way ignores its answer.
    if (this.#controller !== controller) {
      return;
    }
    this.#controller = undefined;
    this.#snapshot = snapshot;
    this.#listeners.forEach(listener => listener());
    const again = this.#again;
    this.#again = false;
    this.#readWithin(
      again ? Math.max(0, MIN_INTERVAL_MS - this.#sinceStart()) : this.#wait(),
    );
  }
}

function textOf(data: unknown, key: 'observedAt' | 'hint'): string | undefined {
  const value = (data as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : undefined;
}
