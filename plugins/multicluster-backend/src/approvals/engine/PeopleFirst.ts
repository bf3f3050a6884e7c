/** What nobody waits for waits for so long: deliveries have a bar of their own, and somebody is always acting in a large portal. */
const MOST_MS = 250;
/** An act counts for so long: one that hangs, because the catalog does, must not slow what is delivered for as long as it hangs. */
const COUNTS_MS = 1_000;

/**
 * Lets people go first: what nobody waits for begins when no act of a person is under way in this process, which their answers would
 * otherwise share its one thread and its connections with.
 */
export class PeopleFirst {
  static create(): PeopleFirst {
    return new PeopleFirst();
  }

  #acts = 0;
  readonly #waiting = new Set<() => void>();

  private constructor() {}

  /** Somebody waits for this. */
  async during<T>(act: () => Promise<T>): Promise<T> {
    const end = this.#begin();
    const timer = setTimeout(end, COUNTS_MS);
    try {
      return await act();
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  /** For what nobody waits for: ends when no act is under way, and after a quarter of a second at the latest. */
  async turn(): Promise<void> {
    if (this.#acts === 0) {
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    let go = () => {};
    await new Promise<void>(resolve => {
      go = resolve;
      timer = setTimeout(go, MOST_MS);
      this.#waiting.add(go);
    });
    clearTimeout(timer);
    this.#waiting.delete(go);
  }

  /** Ends it, once. */
  #begin(): () => void {
    let counts = true;
    this.#acts += 1;
    return () => {
      if (!counts) {
        return;
      }
      counts = false;
      this.#acts -= 1;
      if (this.#acts === 0) {
        this.#waiting.forEach(go => go());
      }
    };
  }
}
