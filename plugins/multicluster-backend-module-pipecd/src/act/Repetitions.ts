import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';

/** Remembered at once; the oldest go first. */
const MOST = 1_000;

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

  readonly #results = new Map<string, Promise<ActionResult>>();

  private constructor() {}

  /** The first result for these parts, which together say what is asked by whom. */
  async once(
    parts: readonly string[],
    ask: () => Promise<ActionResult>,
  ): Promise<ActionResult> {
    const key = JSON.stringify(parts);
    const known = this.#results.get(key);
    if (known) {
      return await known;
    }
    const asked = ask();
    this.#results.set(key, asked);
    try {
      const result = await asked;
      if (result.outcome !== 'requested' && result.outcome !== 'noop') {
        this.#results.delete(key);
      }
      return result;
    } catch (error) {
      this.#results.delete(key);
      throw error;
    } finally {
      if (this.#results.size > MOST) {
        const [oldest] = this.#results.keys();
        this.#results.delete(oldest);
      }
    }
  }
}
