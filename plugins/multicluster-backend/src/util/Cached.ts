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
  /**
   * Milliseconds for which an answer that is too old is still given while a new one is read. For what may lag and takes long
   * to read.
   */
  staleMs?: number;
  now?: () => number;
}

/**
 * Keeps one answer for a while; questions asked meanwhile share one reading. A reading that fails is not kept.
 */
export class Cached<T> {
  readonly #options: CachedOptions<T>;
  readonly #now: () => number;
  #current: Kept<T> | undefined;
  #last: Kept<T> | undefined;

  static create<T>(options: CachedOptions<T>): Cached<T> {
    return new Cached(options);
  }

  private constructor(options: CachedOptions<T>) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get(): Promise<T> {
    const { staleMs = 0 } = this.#options;
    const now = this.#now();
    const current =
      this.#current && now < this.#current.until ? this.#current : this.#read();
    const last = this.#last;
    return last && last !== current && now < last.until + staleMs
      ? last.value
      : current.value;
  }

  #read(): Kept<T> {
    const begun = this.#now();
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
        this.#last = entry;
      },
      () => {
        if (this.#current === entry) {
          this.#current = undefined;
        }
      },
    );
    return entry;
  }
}

interface Kept<T> {
  value: Promise<T>;
  until: number;
}
