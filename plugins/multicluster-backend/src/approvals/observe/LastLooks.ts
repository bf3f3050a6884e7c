/** What is known to be so is not worked out again while nothing of its run changed. */
const AGAIN_MS = 60_000;

/** When, and at which state of its run, a request or a gate was worked out last. */
export class LastLooks {
  static create(now: () => number): LastLooks {
    return new LastLooks(now);
  }

  readonly #now: () => number;
  readonly #looks = new Map<
    string,
    { revision?: number; at: number; done: boolean }
  >();

  private constructor(now: () => number) {
    this.#now = now;
  }

  isDue(key: string, revision?: number): boolean {
    const last = this.#looks.get(key);
    return (
      !last?.done ||
      last.revision !== revision ||
      this.#now() - last.at >= AGAIN_MS
    );
  }

  /** One that cannot be worked out has had its turn, or it would keep the others from theirs. */
  begun(key: string, revision?: number): void {
    this.#looks.set(key, { revision, at: this.#now(), done: false });
  }

  done(key: string, revision?: number): void {
    this.#looks.set(key, { revision, at: this.#now(), done: true });
  }

  /** Those whose run changed since, then those that were never looked at, then those that were not for longest. */
  inTurn<T>(
    items: readonly T[],
    of: (item: T) => { key: string; revision?: number },
  ): T[] {
    const turn = (item: T) => {
      const { key, revision } = of(item);
      const last = this.#looks.get(key);
      if (!last) {
        return -1;
      }
      return last.revision === revision ? last.at : -2;
    };
    return [...items].sort((a, b) => turn(a) - turn(b));
  }

  /** Of what is not open any more nothing is kept. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.#looks.keys()) {
      if (!keys.has(key)) {
        this.#looks.delete(key);
      }
    }
  }
}
