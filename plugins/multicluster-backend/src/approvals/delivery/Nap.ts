/** A wait that ends early when there is something to do, also when that was said before it began. */
export class Nap {
  static create(): Nap {
    return new Nap();
  }

  #ended = false;
  #wake?: () => void;

  private constructor() {}

  /** What was said until now is about to be done. */
  begin(): void {
    this.#ended = false;
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Ends after so many milliseconds, or when there is something to do since {@link begin}. */
  async take(ms: number): Promise<void> {
    if (this.#ended) {
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>(resolve => {
      this.#wake = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    this.#wake = undefined;
  }
}
