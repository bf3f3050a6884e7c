import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The time by which an observation asks again.
 *
 * @remarks
 * It goes on by what {@link RunDemand.wait} says has passed, because whoever gives the demand decides how long waiting takes:
 * a webhook ends it early, and so does a test. Real time counts too, so that one lane that hangs holds up no other.
 *
 * @internal
 */
export class Pace {
  static create(): Pace {
    return new Pace();
  }

  #now = 0;
  readonly #sleepers = new Set<() => void>();

  private constructor() {}

  /** Milliseconds that have passed. */
  get now(): number {
    return this.#now;
  }

  /** So many milliseconds have passed. */
  pass(ms: number): void {
    this.#now += ms;
    [...this.#sleepers].forEach(look => look());
  }

  /** Resolves when so much has passed, `hurry` was called, or the signal aborted. */
  async sleep(
    ms: number,
    signal: AbortSignal,
    hurry?: AbortSignal,
  ): Promise<void> {
    const until = this.#now + ms;
    const passed = new AbortController();
    const look = () => {
      if (this.#now >= until) {
        passed.abort();
      }
    };
    const ends = [signal, passed.signal, ...(hurry ? [hurry] : [])];
    this.#sleepers.add(look);
    await sleep(ms, undefined, { signal: AbortSignal.any(ends) }).catch(
      () => undefined,
    );
    this.#sleepers.delete(look);
  }
}
