import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { narrowToWindow, windows } from '../workloads/windows';

const TTL_MS = 2000;
const SHARE = 0.05;

/**
 * Remembers which workloads have no placement, for two seconds and longer where finding them takes long: no index holds
 * what is not there, so every workload is looked at.
 */
export class UnplacedBook {
  readonly #cached: Cached<number[] | undefined>;

  /** @param options - `most`: of more than this, none is remembered */
  static create(options: {
    knex: Knex;
    most: number;
    now?: () => number;
  }): UnplacedBook {
    const { knex, most, now } = options;
    return new UnplacedBook(
      Cached.create({
        ttlMs: TTL_MS,
        share: SHARE,
        now,
        read: () => selectUnplaced(knex, most),
      }),
    );
  }

  private constructor(cached: Cached<number[] | undefined>) {
    this.#cached = cached;
  }

  /** Ids of workloads; undefined when there are too many to remember. */
  read(): Promise<number[] | undefined> {
    return this.#cached.get();
  }
}

async function selectUnplaced(
  knex: Knex,
  most: number,
): Promise<number[] | undefined> {
  const ids: number[] = [];
  for await (const window of windows(knex)) {
    const query = knex('inventory_workload as w')
      .whereNotExists(
        knex('inventory_placement as r')
          .select(knex.raw('1'))
          .whereRaw('r.workload_id = w.id'),
      )
      .limit(most + 1 - ids.length);
    narrowToWindow(query, window);
    ids.push(...(await query.pluck('w.id')));
    if (ids.length > most) {
      return undefined;
    }
  }
  return ids;
}
