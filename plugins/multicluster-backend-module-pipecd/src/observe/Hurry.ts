/** Somebody who waits can be told not to wait any longer; told in advance, the next wait ends at once. @internal */
export class Hurry {
  static create(): Hurry {
    return new Hurry();
  }

  #current = new AbortController();

  private constructor() {}

  /** Ends the wait under way, or the next. */
  now(): void {
    this.#current.abort();
  }

  /** For one wait. What was said before it was asked for counts once. */
  next(): AbortSignal {
    const { signal } = this.#current;
    if (signal.aborted) {
      this.#current = new AbortController();
    }
    return signal;
  }
}
