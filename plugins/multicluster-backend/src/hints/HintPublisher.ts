import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { HintNames } from './HintNames';

/** Signal channel of the plugin. */
export const HINT_CHANNEL = 'multicluster';

const APART_MS = 500;
// Ten kilobytes. What 500 changes a second touch still fits: a star makes every open page ask again.
const MOST_VIEWS = 500;

/**
 * Tells browsers which views changed: at most two messages a second in total, with nothing in them but keyed hashes and a
 * revision, because anyone may listen.
 */
export class HintPublisher {
  readonly #names: HintNames;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #pending = new Set<string>();
  #everything = false;
  #revision = 0;
  #timer: NodeJS.Timeout | undefined;
  #publishedAt = -Infinity;
  #failed = false;

  static create(options: {
    names: HintNames;
    signals: SignalsService;
    logger: LoggerService;
  }): HintPublisher {
    return new HintPublisher(options);
  }

  private constructor(options: {
    names: HintNames;
    signals: SignalsService;
    logger: LoggerService;
  }) {
    this.#names = options.names;
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** @param views - names of views, see viewNames; 'all' when there are too many to tell */
  changed(views: Iterable<string> | 'all', revision = this.#revision): void {
    this.#revision = Math.max(this.#revision, revision);
    if (views === 'all') {
      this.#everything = true;
    } else {
      for (const view of views) {
        this.#pending.add(view);
      }
    }
    if (this.#pending.size > 0 || this.#everything) {
      this.#schedule();
    }
  }

  /** Drops what is pending and lets the process end. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending.clear();
    this.#everything = false;
  }

  #schedule(): void {
    if (this.#timer) {
      return;
    }
    const wait = this.#publishedAt + APART_MS - performance.now();
    this.#timer = setTimeout(() => this.#publish(), Math.max(0, wait));
    this.#timer.unref();
  }

  #publish(): void {
    this.#timer = undefined;
    this.#publishedAt = performance.now();
    const all = this.#everything || this.#pending.size > MOST_VIEWS;
    const views = all
      ? ['*']
      : [...this.#pending].map(view => this.#names.of(view));
    this.#pending.clear();
    this.#everything = false;
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: HINT_CHANNEL,
        message: { revision: this.#revision, views },
      })
      .catch(error => this.#logFailure(error));
  }

  /** Once: clients poll as well, so hints that fail cost only time. */
  #logFailure(error: unknown): void {
    if (!this.#failed) {
      this.#failed = true;
      this.#logger.warn(
        'Hints cannot be published; pages fall back to polling',
        error instanceof Error ? error : undefined,
      );
    }
  }
}
