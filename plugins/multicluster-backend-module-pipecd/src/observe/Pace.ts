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
    await new Promise<void>(resolve => {
      const end = () => {
        clearTimeout(timer);
        this.#sleepers.delete(look);
        signal.removeEventListener('abort', end);
        hurry?.removeEventListener('abort', end);
        resolve();
      };
      const look = () => {
        if (this.#now >= until) {
          end();
        }
      };
      const timer = setTimeout(end, ms);
      this.#sleepers.add(look);
      signal.addEventListener('abort', end);
      hurry?.addEventListener('abort', end);
      if (signal.aborted || hurry?.aborted) {
        end();
      }
    });
  }
}
