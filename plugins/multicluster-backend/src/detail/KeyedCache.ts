import { Cached } from '../util/Cached';

/** One {@link Cached} per key; the oldest keys are forgotten first. */
export class KeyedCache<T> {
  readonly #ttlMs: number;
  readonly #maxKeys: number;
  readonly #kept = new Map<string, Cached<T>>();

  static create<T>(options: { ttlMs: number; maxKeys: number }): KeyedCache<T> {
    return new KeyedCache(options);
  }

  private constructor(options: { ttlMs: number; maxKeys: number }) {
    this.#ttlMs = options.ttlMs;
    this.#maxKeys = options.maxKeys;
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    let cached = this.#kept.get(key);
    if (!cached) {
      cached = Cached.create({ ttlMs: this.#ttlMs, read });
      this.#kept.set(key, cached);
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > this.#maxKeys) {
        this.#kept.delete(oldest);
      }
    }
    return cached.get();
  }
}
