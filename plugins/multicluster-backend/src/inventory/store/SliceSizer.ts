const SMALLEST = 16;

/**
 * How many facts fit a slice of the event loop.
 *
 * @remarks
 * A slice is planned and then committed; on SQLite each of the two blocks everybody else in the process. The size follows
 * what the last slices took, so that it fits slow and fast machines, small facts and large ones.
 */
export class SliceSizer {
  readonly #targetMs: number;
  readonly #largest: number;
  #size: number;

  constructor(options: { targetMs: number; start: number; largest: number }) {
    this.#targetMs = options.targetMs;
    this.#largest = options.largest;
    this.#size = options.start;
  }

  get size(): number {
    return Math.round(this.#size);
  }

  /** @param ms - of the longer of the two parts of a slice of `count` facts */
  took(count: number, ms: number): void {
    if (count < this.#size / 2) {
      return;
    }
    // Down at once, up slowly: one slow slice is felt, one small slice is not.
    const ratio = Math.min(
      1.2,
      Math.max(0.4, this.#targetMs / Math.max(ms, 1)),
    );
    this.#size = Math.min(
      this.#largest,
      Math.max(SMALLEST, this.#size * ratio),
    );
  }
}
