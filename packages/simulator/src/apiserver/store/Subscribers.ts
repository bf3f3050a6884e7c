/**
 * Tells every listener every event in the order the events happened, also when a listener causes the next one: that
 * one waits until all have heard the first.
 */
export class Subscribers<T> {
  readonly #listeners = new Set<(event: T) => void>();
  readonly #waiting: T[] = [];
  #telling = false;

  private constructor() {}

  static create<T>(): Subscribers<T> {
    return new Subscribers<T>();
  }

  add(listener: (event: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: T): void {
    this.#waiting.push(event);
    if (this.#telling) {
      return;
    }
    this.#telling = true;
    try {
      for (
        let next = this.#waiting.shift();
        next;
        next = this.#waiting.shift()
      ) {
        for (const listener of [...this.#listeners]) {
          listener(next);
        }
      }
    } finally {
      this.#telling = false;
    }
  }
}
