/**
 * Keeps one answer for a while; questions asked meanwhile share one reading. A reading that fails is not kept.
 */
export class Cached<T> {
  readonly #read: () => Promise<T>;
  readonly #ttlMs: number;
  readonly #now: () => number;
  #current: { value: Promise<T>; at: number } | undefined;

  static create<T>(options: {
    read: () => Promise<T>;
    ttlMs: number;
    now?: () => number;
  }): Cached<T> {
    return new Cached(options);
  }

  private constructor(options: {
    read: () => Promise<T>;
    ttlMs: number;
    now?: () => number;
  }) {
    this.#read = options.read;
    this.#ttlMs = options.ttlMs;
    this.#now = options.now ?? Date.now;
  }

  /** The next question reads anew. */
  forget(): void {
    this.#current = undefined;
  }

  get(): Promise<T> {
    const now = this.#now();
    if (this.#current && now - this.#current.at < this.#ttlMs) {
      return this.#current.value;
    }
    const entry = { value: this.#read(), at: now };
    this.#current = entry;
    entry.value.catch(() => {
      if (this.#current === entry) {
        this.#current = undefined;
      }
    });
    return entry.value;
  }
}
