import { AuthenticationError, CustomErrorBase } from '@backstage/errors';
import { RateLimit } from '../../service/RateLimit';
import { PullGateEntry } from './readPullGates';

/** As many scripts as wait at once may ask together, each every few seconds. */
const HEARD = { burst: 120, perSecond: 40 };
/** Of whoever knows no secret. */
const REFUSED = { burst: 30, perSecond: 1 };

/** Answered as 429. */
class TooManyQuestionsError extends CustomErrorBase {
  readonly statusCode = 429;
  readonly code = 'RATE_LIMITED';
  name = 'TooManyQuestionsError' as const;
}

/**
 * Who asks, by the secret alone. Anyone may call, so it is bounded: those who are refused apart from those who are heard, or
 * whoever knows no secret could keep the answers from who waits for them.
 */
export class PullCallers {
  static create(entries: PullGateEntry[], now?: () => number): PullCallers {
    return new PullCallers(entries, now);
  }

  readonly #entries: PullGateEntry[];
  readonly #refused: RateLimit;
  readonly #heard: Map<PullGateEntry, RateLimit>;

  private constructor(entries: PullGateEntry[], now?: () => number) {
    this.#entries = entries;
    this.#refused = RateLimit.create({ ...REFUSED, now });
    this.#heard = new Map(
      entries.map(entry => [entry, RateLimit.create({ ...HEARD, now })]),
    );
  }

  /** The entry that the secret is of. Throws an AuthenticationError, or what is answered as 429. */
  identify(secret: string | undefined): PullGateEntry {
    const entry = this.#find(secret ?? '');
    if (!entry) {
      throw this.#refused.take()
        ? new AuthenticationError('The secret of the gate is missing or wrong')
        : tooMany();
    }
    if (!this.#heard.get(entry)!.take()) {
      throw tooMany();
    }
    return entry;
  }

  /** Every secret is compared, so that the time tells nothing of which one it is. */
  #find(secret: string): PullGateEntry | undefined {
    let found: PullGateEntry | undefined;
    for (const entry of this.#entries) {
      const matches = entry.secrets.map(own => own.equals(secret));
      if (matches.includes(true)) {
        found ??= entry;
      }
    }
    return found;
  }
}

function tooMany(): TooManyQuestionsError {
  return new TooManyQuestionsError('Too many questions; ask again later');
}
