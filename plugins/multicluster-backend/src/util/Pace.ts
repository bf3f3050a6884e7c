import { setTimeout as sleep } from 'node:timers/promises';

/** No slice should take so long; where the machine stalls, what is looked after goes on all the same. */
const MOST_REST_MS = 250;

/**
 * Keeps work that nobody waits for from taking the turns of those who wait: it is done in slices, and after each it rests, for as
 * long as it takes to keep it to its share of the time. SQLite answers within this process: what reads in one go is felt by all.
 */
export class Pace {
  readonly #share: number;
  #since = performance.now();

  /** @param share - of the time, above 0 and at most 1 */
  static begin(share: number): Pace {
    return new Pace(share);
  }

  private constructor(share: number) {
    this.#share = share;
  }

  /** What comes now is work; what was waited for until now was not. */
  resume(): void {
    this.#since = performance.now();
  }

  /** After a slice. */
  async rest(): Promise<void> {
    const took = performance.now() - this.#since;
    await sleep(Math.min(MOST_REST_MS, took * (1 / this.#share - 1)));
    this.#since = performance.now();
  }
}
