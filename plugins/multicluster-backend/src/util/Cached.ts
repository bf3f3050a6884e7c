/** How a {@link Cached} reads. */
export interface CachedOptions<T> {
  read: () => Promise<T>;
  /** Milliseconds that an answer is kept. */
  ttlMs: number;
  /**
   * Share of the time that may be spent reading: an answer that took long is kept longer, so that counting a large fleet
   * never keeps the database busy all the time.
   */
  share?: number;
  now?: () => number;
}

/**
 * Keeps one answer for a while; questions asked meanwhile share one reading. A reading that fails is not kept.
 */
export class Cached<T> {
  readonly #options: CachedOptions<T>;
  readonly #now: () => number;
  #current: { value: Promise<T>; until: number } | undefined;

  static create<T>(options: CachedOptions<T>): Cached<T> {
    return new Cached(options);
  }

  private constructor(options: CachedOptions<T>) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get(): Promise<T> {
    const begun = this.#now();
    if (this.#current && begun < this.#current.until) {
      return this.#current.value;
    }
    const { read, ttlMs, share } = this.#options;
    const entry = { value: read(), until: begun + ttlMs };
    this.#current = entry;
    if (share !== undefined) {
      // Shared for as long as it is being read, however long that is.
      entry.until = Infinity;
    }
    entry.value.then(
      () => {
        const took = this.#now() - begun;
        entry.until = begun + Math.max(ttlMs, share ? took / share : 0);
      },
      () => {
        if (this.#current === entry) {
          this.#current = undefined;
        }
      },
    );
    return entry.value;
  }
}
