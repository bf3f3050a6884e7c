/** Lets so many through at once, and so many a second after that. */
export class RateLimit {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #left: number;
  #at: number;

  static create(options: {
    burst: number;
    perSecond: number;
    /** Milliseconds; only differences count. */
    now?: () => number;
  }): RateLimit {
    return new RateLimit(options);
  }

  private constructor(options: {
    burst: number;
    perSecond: number;
    now?: () => number;
  }) {
    this.#burst = options.burst;
    this.#perSecond = options.perSecond;
    this.#now = options.now ?? (() => performance.now());
    this.#left = options.burst;
    this.#at = this.#now();
  }

  /** Whether one more may pass; it has then passed. */
  take(): boolean {
    const now = this.#now();
    const gained = ((now - this.#at) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + gained);
    this.#at = now;
    if (this.#left < 1) {
      return false;
    }
    this.#left -= 1;
    return true;
  }
}
