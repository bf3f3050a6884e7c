import { Knex } from 'knex';
import { chunks } from '../../util/chunks';
import { yieldToOthers } from '../../util/yieldToOthers';
import { OpenRequest } from './OpenRequest';
import { ownersOfMatter } from './ownersOfMatter';
import { selectClaimedOwners } from './selectClaimedOwners';
import { OpenMatter, selectOpenRequests } from './selectOpenRequests';

/** More than a portal has open that is not drowned. */
const MOST_KEPT = 10_000;
/** Read and parsed in one go: some milliseconds, in which nobody else is answered. */
const PART = 200;

/** For tests; sizes of a portal otherwise. */
interface Sizes {
  mostKept: number;
  part: number;
}

interface Listed {
  id: string;
  version: number | string;
  own_vote: OpenRequest['ownVote'] | null;
}

/**
 * Open requests with what tells who may decide them. What is a request's own is kept by its version, which grows with each change:
 * to order an inbox all of it is looked at, and to read and parse it each time would be felt by everybody.
 */
export class OpenRequestBook {
  static create(knex: Knex, sizes: Partial<Sizes> = {}): OpenRequestBook {
    return new OpenRequestBook(knex, {
      mostKept: MOST_KEPT,
      part: PART,
      ...sizes,
    });
  }

  readonly #knex: Knex;
  readonly #sizes: Sizes;
  /** Those that were listed last stand last. */
  readonly #kept = new Map<string, OpenMatter>();

  private constructor(knex: Knex, sizes: Sizes) {
    this.#knex = knex;
    this.#sizes = sizes;
  }

  /**
   * Newest first.
   *
   * @param query - over `approval_request as r`, narrowed to what may be shown
   */
  async read(
    query: Knex.QueryBuilder,
    { user, most }: { user?: string; most: number },
  ): Promise<OpenRequest[]> {
    const rows: Listed[] = await query
      .whereNull('r.closed_at')
      .leftJoin('approval_vote as v', on =>
        on
          .on('v.request_id', 'r.id')
          .andOn('v.generation', 'r.generation')
          .andOnVal('v.status', 'counted')
          .andOnVal('v.voter', user ?? ''),
      )
      .orderBy([
        { column: 'r.created_at', order: 'desc' },
        { column: 'r.id', order: 'desc' },
      ])
      .limit(most)
      .select('r.id', 'r.version', 'v.decision as own_vote');
    const matters = await this.#matters(rows);
    const owners = await selectClaimedOwners(
      this.#knex,
      new Set([...matters.values()].flatMap(({ entityRefs }) => entityRefs)),
    );
    return rows.flatMap(({ id, own_vote: ownVote }) => {
      const matter = matters.get(id);
      return matter
        ? [
            {
              ...matter,
              owners: ownersOfMatter(matter, owners),
              ...(ownVote && { ownVote }),
            },
          ]
        : [];
    });
  }

  /** One that was closed since it was listed is left out. */
  async #matters(rows: Listed[]): Promise<Map<string, OpenMatter>> {
    const kept = rows.flatMap(({ id, version }) => {
      const matter = this.#kept.get(id);
      return matter?.version === Number(version) ? [matter] : [];
    });
    const matters = new Map(kept.map(matter => [matter.id, matter]));
    const missing = rows.flatMap(({ id }) => (matters.has(id) ? [] : id));
    this.#keep(kept);
    for (const part of chunks(missing, this.#sizes.part)) {
      const read = await selectOpenRequests(this.#knex, part);
      this.#keep(read);
      read.forEach(matter => matters.set(matter.id, matter));
      await yieldToOthers();
    }
    return matters;
  }

  /** What was not listed for longest is forgotten for it: most of that is closed by now. */
  #keep(matters: OpenMatter[]): void {
    for (const matter of matters) {
      this.#kept.delete(matter.id);
      this.#kept.set(matter.id, matter);
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= this.#sizes.mostKept) {
        return;
      }
      this.#kept.delete(id);
    }
  }
}
