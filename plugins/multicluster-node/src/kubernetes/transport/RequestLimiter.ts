import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Bounds what is in flight to one control plane, and holds everything while the server asks for a pause.
 *
 * @public
 */
export class RequestLimiter {
  /**
   * @param options - `inFlight`: how many calls may run at once (4)
   */
  static create(options: { inFlight?: number } = {}): RequestLimiter {
    return new RequestLimiter(options.inFlight ?? 4);
  }

  readonly #inFlight: number;
  readonly #waiting: Array<() => void> = [];
  #running = 0;
  #heldUntil = 0;

  private constructor(inFlight: number) {
    this.#inFlight = inFlight;
  }

  /** How many calls run now. */
  get running(): number {
    return this.#running;
  }

  /** Lets no call start for this many milliseconds; a longer pause that is already asked for stays. */
  hold(milliseconds: number): void {
    this.#heldUntil = Math.max(
      this.#heldUntil,
      performance.now() + milliseconds,
    );
  }

  /** Runs `call` once there is room. Rejects with the reason of the signal when that aborts while waiting. */
  async run<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    const release = await this.acquire(signal);
    try {
      return await call();
    } finally {
      release();
    }
  }

  /** Takes a slot until the returned function is called; calling it again does nothing. */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#running >= this.#inFlight) {
      await this.#turn(signal);
    } else {
      this.#running += 1;
    }
    let held = true;
    const release = () => {
      if (held) {
        held = false;
        this.#release();
      }
    };
    try {
      await this.#pause(signal);
    } catch (error) {
      release();
      throw error;
    }
    return release;
  }

  async #pause(signal: AbortSignal): Promise<void> {
    for (
      let left = this.#heldUntil - performance.now();
      left > 0;
      left = this.#heldUntil - performance.now()
    ) {
      await sleep(left, undefined, { signal });
    }
  }

  /** Resolves when a running call hands its slot over. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = new AbortController();
      const onTurn = () => {
        leave.abort();
        resolve();
      };
      signal.addEventListener(
        'abort',
        () => {
          this.#waiting.splice(this.#waiting.indexOf(onTurn), 1);
          reject(signal.reason);
        },
        { once: true, signal: leave.signal },
      );
      this.#waiting.push(onTurn);
    });
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#running -= 1;
    }
  }
}
