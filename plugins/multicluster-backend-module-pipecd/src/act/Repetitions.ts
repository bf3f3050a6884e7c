import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';

/** Remembered at once; the oldest go first. */
const MOST = 1_000;

interface Asked {
  result: Promise<ActionResult>;
  signal: AbortSignal;
}

/**
 * First results of requests, so that a double click asks PipeCD once. Only what was taken, or was so already, is kept: whatever
 * else may be tried again.
 *
 * @internal
 */
export class Repetitions {
  static create(): Repetitions {
    return new Repetitions();
  }

  readonly #asked = new Map<string, Asked>();

  private constructor() {}

  /**
   * The first result for these parts, which together say what is asked by whom.
   *
   * @param signal - with which `ask` gives up, and this one alone
   * @throws what `ask` throws
   */
  async once(
    parts: readonly string[],
    signal: AbortSignal,
    ask: () => Promise<ActionResult>,
  ): Promise<ActionResult> {
    const key = JSON.stringify(parts);
    const known = this.#asked.get(key);
    if (!known) {
      return await this.#first(key, signal, ask);
    }
    try {
      return await known.result;
    } catch (error) {
      signal.throwIfAborted();
      if (known.signal.aborted) {
        // Whoever asked first gave up before anything was sent; this one did not.
        return await this.once(parts, signal, ask);
      }
      throw error;
    }
  }

  async #first(
    key: string,
    signal: AbortSignal,
    ask: () => Promise<ActionResult>,
  ): Promise<ActionResult> {
    const result = ask();
    this.#asked.set(key, { result, signal });
    try {
      const { outcome } = await result;
      if (outcome !== 'requested' && outcome !== 'noop') {
        this.#asked.delete(key);
      }
      return await result;
    } catch (error) {
      this.#asked.delete(key);
      throw error;
    } finally {
      if (this.#asked.size > MOST) {
        const [oldest] = this.#asked.keys();
        this.#asked.delete(oldest);
      }
    }
  }
}
