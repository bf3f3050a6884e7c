/**
 * Numbers for everything that is written into a log, by whoever: of two entries the one with the smaller number was written
 * first. Clocks could not tell that, and all who write are in one process.
 */
export class Sequence {
  #last = 0;

  static create(): Sequence {
    return new Sequence();
  }

  private constructor() {}

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
