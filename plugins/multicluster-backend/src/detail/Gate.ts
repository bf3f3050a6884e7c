import { unavailable } from '../util/codedErrors';

/** Lets only so many through at once; the others wait their turn, up to a number. */
export class Gate {
  readonly #capacity: number;
  readonly #maxWaiting: number;
  readonly #waiting: Array<() => void> = [];
  #inside = 0;

  static create(capacity: number): Gate {
    return new Gate(capacity, capacity * 4);
  }

  private constructor(capacity: number, maxWaiting: number) {
    this.#capacity = capacity;
    this.#maxWaiting = maxWaiting;
  }

  async through<T>(run: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#capacity) {
      if (this.#waiting.length >= this.#maxWaiting) {
        throw unavailable(
          'detail-busy',
          'Too much is being read from clusters at the moment; try again',
        );
      }
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    } else {
      this.#inside++;
    }
    try {
      return await run();
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        // The place is handed over, so that nobody who comes now can slip in between.
        next();
      } else {
        this.#inside--;
      }
    }
  }
}
