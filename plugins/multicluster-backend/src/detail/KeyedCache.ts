interface Kept<T> {
  value: Promise<T>;
  until: number;
}

interface Options {
  /** Milliseconds that an answer is kept, counted from its question. */
  ttlMs: number;
  maxKeys: number;
  now?: () => number;
}

/**
 * Keeps one answer per key for a while; questions asked meanwhile share one reading. What is too old is forgotten, and the
 * oldest when there are too many. A reading that fails is not kept.
 */
export class KeyedCache<T> {
  readonly #options: Options;
  readonly #now: () => number;
  /** In the order of their ends, because all are kept equally long. */
  readonly #kept = new Map<string, Kept<T>>();

  static create<T>(options: Options): KeyedCache<T> {
    return new KeyedCache(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get size(): number {
    return this.#kept.size;
  }

  /**
   * Reads with the reader of this question, never with one of an earlier question: it may hold the token of whoever asked
   * then, which has expired or says groups that the person has left.
   */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && this.#now() < kept.until) {
      return kept.value;
    }
    this.#forget();
    const entry = { value: read(), until: this.#now() + this.#options.ttlMs };
    this.#kept.set(key, entry);
    entry.value.catch(() => {
      if (this.#kept.get(key) === entry) {
        this.#kept.delete(key);
      }
    });
    return entry.value;
  }

  /** Makes room for one more. */
  #forget(): void {
    const now = this.#now();
    for (const [key, { until }] of this.#kept) {
      if (now < until && this.#kept.size < this.#options.maxKeys) {
        return;
      }
      this.#kept.delete(key);
    }
  }
}
