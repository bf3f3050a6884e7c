import { LoggerService } from '@backstage/backend-plugin-api';
import { chunks } from '../../util/chunks';
import { inParallel } from '../../util/inParallel';
import { Pace } from '../../util/Pace';
import { PeopleFirst } from '../engine/PeopleFirst';
import { LastLooks } from './LastLooks';

const AT_ONCE = 4;
/** Read together, and then worked out; so few that whoever waits for the database, or for this process, does not feel it. */
const SLICE = 16;

/** How long one kind of work may take in a round, and of how much of that time. */
export interface SliceLimits {
  /** Milliseconds; what is not begun by then is first in the next round, so that none is late for another. */
  budgetMs: number;
  /** Above 0 and at most 1. */
  share: number;
}

interface Options {
  logger: LoggerService;
  /** Absent: nobody else waits for this process. */
  people?: Pick<PeopleFirst, 'turn'>;
  /** Milliseconds; only differences count. */
  now: () => number;
}

/** Works through many things in small slices, and rests after each: people who vote wait for the same database. */
export class LookSlices {
  static create(options: Options): LookSlices {
    return new LookSlices(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** All of it, however long it takes; for what is quick. `work` is given slices in their order. */
  async all<T>(
    items: readonly T[],
    share: number,
    work: (slice: T[]) => Promise<void>,
  ): Promise<void> {
    const pace = Pace.begin(share);
    for (const slice of chunks(items, SLICE)) {
      await this.#options.people?.turn();
      pace.resume();
      await this.quietly(() => work(slice));
      await pace.rest();
    }
  }

  /**
   * Those first that are longest due, as far as the time goes.
   *
   * @param prepare - reads what a slice stands on; gives what then works on each of it, at most a few at once
   */
  async inTurn<T>(
    {
      looks,
      of,
      budgetMs,
      share,
    }: SliceLimits & {
      looks: LastLooks;
      of: (item: T) => { key: string; revision?: number };
    },
    items: readonly T[],
    prepare: (slice: T[]) => Promise<(item: T) => Promise<void>>,
  ): Promise<void> {
    const { now } = this.#options;
    const until = now() + budgetMs;
    const pace = Pace.begin(share);
    for (const slice of chunks(looks.inTurn(items, of), SLICE)) {
      await this.#options.people?.turn();
      pace.resume();
      // Begun before anything of it is read: what cannot be read has had its turn as well.
      slice.map(of).forEach(({ key, revision }) => looks.begun(key, revision));
      await this.quietly(async () => {
        const work = await prepare(slice);
        await this.each(slice, async item => {
          await work(item);
          const { key, revision } = of(item);
          looks.done(key, revision);
        });
      });
      if (now() >= until) {
        return;
      }
      await pace.rest();
    }
  }

  /** A few at once. One that cannot be followed keeps nobody from following the others. */
  async each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
    await inParallel(items, { atOnce: AT_ONCE }, item =>
      this.quietly(() => work(item)),
    );
  }

  async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.logger.warn(
        'A gate could not be followed; it is looked at again',
        error instanceof Error ? error : undefined,
      );
    }
  }
}
