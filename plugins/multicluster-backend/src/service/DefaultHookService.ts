import { CustomErrorBase } from '@backstage/errors';
import { HookRequest } from '@fairway/backstage-plugin-multicluster-node';
import { Inventory } from '../inventory/Inventory';
import { notFound } from '../util/codedErrors';
import { HookService } from './HookService';
import { RateLimit } from './RateLimit';
import { SourceRegistry } from './SourceRegistry';

/** Webhooks of a source that are looked at at once, and as many more as come in a second after that. */
const BURST = 30;
const PER_SECOND = 5;

/** Answered as 429. */
class TooManyHooksError extends CustomErrorBase {
  readonly statusCode = 429;
  readonly code = 'too-many-hooks';
  name = 'TooManyHooksError' as const;
}

interface Options {
  sources: Pick<SourceRegistry, 'get'>;
  demand: Pick<Inventory['demand'], 'wake'>;
  now?: () => number;
}

/** What of one source is let through, and what is answered as refused. */
interface Limits {
  heard: RateLimit;
  refused: RateLimit;
}

/**
 * Lets the source judge a webhook and wakes whichever replica observes it. Anyone may call, so it is bounded: what is refused
 * apart from what is heard, or whoever knows no secret could use up what the tool has to say.
 */
export class DefaultHookService implements HookService {
  readonly #options: Options;
  readonly #limits = new Map<string, Limits>();

  static create(options: Options): HookService {
    return new DefaultHookService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async receive(source: string, request: HookRequest): Promise<void> {
    const { sources, demand } = this.#options;
    const runs = sources.get(source)?.runs;
    const hook = runs?.hook?.bind(runs);
    if (!hook) {
      throw notFound('source-not-found', 'No source of this name takes hooks');
    }
    const { heard, refused } = this.#limitsOf(source);
    const { runKeys } = judged(() => hook(request), refused);
    if (!heard.take()) {
      throw tooMany();
    }
    await demand.wake(source, runKeys);
  }

  /** Only of sources that exist: names that callers make up would fill the memory. */
  #limitsOf(source: string): Limits {
    const { now } = this.#options;
    const limit = () =>
      RateLimit.create({ burst: BURST, perSecond: PER_SECOND, now });
    const known = this.#limits.get(source);
    const limits = known ?? { heard: limit(), refused: limit() };
    this.#limits.set(source, limits);
    return limits;
  }
}

function judged<T>(judge: () => T, refused: RateLimit): T {
  try {
    return judge();
  } catch (error) {
    throw refused.take() ? error : tooMany();
  }
}

function tooMany(): TooManyHooksError {
  return new TooManyHooksError('Too many hooks; the source is read anyway');
}
