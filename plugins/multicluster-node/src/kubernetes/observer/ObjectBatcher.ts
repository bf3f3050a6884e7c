import { ReadObject } from './ObjectReader';

/** What an object came to: its present state, or that it is gone. @internal */
export interface ObjectChange {
  object: ReadObject;
  gone: boolean;
}

/**
 * Gathers objects and stores them in batches, one batch after the other, while the next is gathered.
 *
 * @remarks
 * Holds at most one batch that is being stored and one that is gathered: when both are full, {@link ObjectBatcher.put}
 * waits, and with it the reader. Of an object only the last state within a batch is kept.
 *
 * @internal
 */
export class ObjectBatcher {
  static create(options: {
    /** Objects of a batch. */
    size: number;
    /** Milliseconds after which a batch that is not full is stored; absent: only full ones, and on drain. */
    delayMs?: number;
    store(changes: ObjectChange[]): Promise<void>;
    /** Storing failed; nothing is stored any more. */
    onError(error: unknown): void;
  }): ObjectBatcher {
    return new ObjectBatcher(options);
  }

  readonly #options: Parameters<typeof ObjectBatcher.create>[0];
  #gathered = new Map<string, ObjectChange>();
  #storing?: Promise<void>;
  #timer?: NodeJS.Timeout;
  #failure?: { error: unknown };

  private constructor(options: Parameters<typeof ObjectBatcher.create>[0]) {
    this.#options = options;
  }

  /** How many objects wait to be stored. */
  get waiting(): number {
    return this.#gathered.size;
  }

  /** Whether a batch is being stored. */
  get storing(): boolean {
    return this.#storing !== undefined;
  }

  async put(change: ObjectChange): Promise<void> {
    this.#throwFailure();
    const { id } = change.object;
    // Moved to the end, so that a batch keeps the order in which states were seen.
    this.#gathered.delete(id);
    this.#gathered.set(id, change);
    if (this.#gathered.size >= this.#options.size) {
      await this.#storing;
      this.#throwFailure();
      this.#store();
    } else if (this.#options.delayMs !== undefined) {
      this.#timer ??= setTimeout(() => this.#onTime(), this.#options.delayMs);
    }
  }

  /** Stores everything gathered. */
  async drain(): Promise<void> {
    await this.#storing;
    this.#throwFailure();
    this.#store();
    await this.#storing;
    this.#throwFailure();
  }

  /** Forgets what is gathered and waits for what is being stored. Never throws. */
  async discard(): Promise<void> {
    clearTimeout(this.#timer);
    this.#gathered.clear();
    await this.#storing;
  }

  #onTime(): void {
    this.#timer = undefined;
    if (this.#storing) {
      this.#storing.then(() => this.#store());
    } else {
      this.#store();
    }
  }

  #store(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#gathered.size === 0 || this.#failure || this.#storing) {
      return;
    }
    const changes = [...this.#gathered.values()];
    this.#gathered = new Map();
    this.#storing = this.#options.store(changes).then(
      () => {
        this.#storing = undefined;
      },
      error => {
        this.#storing = undefined;
        this.#failure = { error };
        this.#options.onError(error);
      },
    );
  }

  #throwFailure(): void {
    if (this.#failure) {
      throw this.#failure.error;
    }
  }
}
