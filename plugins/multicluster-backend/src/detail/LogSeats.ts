import { CustomErrorBase } from '@backstage/errors';

/** Answered as 429. */
class TooManyLogsError extends CustomErrorBase {
  readonly statusCode = 429;
  readonly code = 'too-many-logs';
  name = 'TooManyLogsError' as const;
}

/** How many logs each caller follows, and no more than that. */
export class LogSeats {
  readonly #perCaller: number;
  readonly #taken = new Map<string, number>();

  static create(perCaller: number): LogSeats {
    return new LogSeats(perCaller);
  }

  private constructor(perCaller: number) {
    this.#perCaller = perCaller;
  }

  /** Takes a seat, and gives back what frees it. Throws when the caller has them all. */
  take(caller: string): () => void {
    const taken = this.#taken.get(caller) ?? 0;
    if (taken >= this.#perCaller) {
      throw new TooManyLogsError(
        `You already follow ${taken} logs; close one to open another`,
      );
    }
    this.#taken.set(caller, taken + 1);
    let freed = false;
    return () => {
      if (freed) {
        return;
      }
      freed = true;
      const left = (this.#taken.get(caller) ?? 1) - 1;
      if (left > 0) {
        this.#taken.set(caller, left);
      } else {
        this.#taken.delete(caller);
      }
    };
  }
}
