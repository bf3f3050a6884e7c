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

/** Lets the source judge a webhook and wakes whichever replica observes it. Anyone may call, so it is bounded. */
export class DefaultHookService implements HookService {
  readonly #options: Options;
  readonly #limits = new Map<string, RateLimit>();

  static create(options: Options): HookService {
    return new DefaultHookService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async receive(source: string, request: HookRequest): Promise<void> {
    const { sources, demand } = this.#options;
    const runs = sources.get(source)?.runs;
    if (!runs?.hook) {
      throw notFound('source-not-found', 'No source of this name takes hooks');
    }
    // Before the secret is looked at, so that nobody tries many.
    if (!this.#limitOf(source).take()) {
      throw new TooManyHooksError('Too many hooks; the source is read anyway');
    }
    const { runKeys } = runs.hook(request);
    await demand.wake(source, runKeys);
  }

  /** Only of sources that exist: names that callers make up would fill the memory. */
  #limitOf(source: string): RateLimit {
    let limit = this.#limits.get(source);
    if (!limit) {
      limit = RateLimit.create({
        burst: BURST,
        perSecond: PER_SECOND,
        now: this.#options.now,
      });
      this.#limits.set(source, limit);
    }
    return limit;
  }
}
