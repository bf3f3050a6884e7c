import { RateLimit } from './RateLimit';

const MOST_KEYS = 10_000;

/** A {@link RateLimit} for each of many, such as people. */
export class RateLimits {
  static create(options: {
    burst: number;
    perSecond: number;
    now?: () => number;
  }): RateLimits {
    return new RateLimits(options);
  }

  readonly #options: { burst: number; perSecond: number; now?: () => number };
  /** In the order of use, so that the first is the one that was not used for longest. */
  readonly #limits = new Map<string, RateLimit>();

  private constructor(options: {
    burst: number;
    perSecond: number;
    now?: () => number;
  }) {
    this.#options = options;
  }

  /** Whether so many more of somebody may pass; each that may has then passed. */
  take(key: string, count = 1): boolean {
    const limit = this.#limits.get(key) ?? RateLimit.create(this.#options);
    this.#limits.delete(key);
    this.#limits.set(key, limit);
    const oldest = this.#limits.keys().next();
    if (this.#limits.size > MOST_KEYS && !oldest.done) {
      this.#limits.delete(oldest.value);
    }
    for (let n = 0; n < count; n++) {
      if (!limit.take()) {
        return false;
      }
    }
    return true;
  }
}
