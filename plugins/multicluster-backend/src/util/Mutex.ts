const FIRSTS_IN_A_ROW = 8;

/**
 * Runs one task after the other. A task that fails does not keep the next one from running.
 *
 * Tasks that ask for it go before those that wait already, but never so many of them that the others wait for ever.
 */
export class Mutex {
  readonly #first: Array<() => Promise<void>> = [];
  readonly #others: Array<() => Promise<void>> = [];
  #running = false;
  #row = 0;

  async run<T>(
    task: () => Promise<T>,
    options?: { first: boolean },
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting = options?.first ? this.#first : this.#others;
      waiting.push(async () => task().then(resolve, reject));
      this.#next();
    });
  }

  #next(): void {
    const task = this.#running ? undefined : this.#take();
    if (!task) {
      return;
    }
    this.#running = true;
    task().finally(() => {
      this.#running = false;
      this.#next();
    });
  }

  #take(): (() => Promise<void>) | undefined {
    const othersTurn = this.#row >= FIRSTS_IN_A_ROW && this.#others.length > 0;
    const first = othersTurn ? undefined : this.#first.shift();
    this.#row = first && this.#others.length > 0 ? this.#row + 1 : 0;
    return first ?? this.#others.shift();
  }
}
