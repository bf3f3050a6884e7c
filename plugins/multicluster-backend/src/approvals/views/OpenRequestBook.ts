import { Knex } from 'knex';
import { OpenRequest } from './OpenRequest';
import { selectClaimedOwners } from './selectClaimedOwners';
import { OpenMatter, selectOpenRequests } from './selectOpenRequests';

/** More than a portal has open that is not drowned. */
const MOST_KEPT = 10_000;

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
  static create(knex: Knex): OpenRequestBook {
    return new OpenRequestBook(knex);
  }

  readonly #knex: Knex;
  readonly #kept = new Map<string, OpenMatter>();

  private constructor(knex: Knex) {
    this.#knex = knex;
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
              owners: ownersOf(matter, owners),
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
    const missing = rows.filter(({ id }) => !matters.has(id));
    const read = await selectOpenRequests(
      this.#knex,
      missing.map(({ id }) => id),
    );
    if (this.#kept.size + read.length > MOST_KEPT) {
      this.#kept.clear();
    }
    for (const matter of read) {
      this.#kept.set(matter.id, matter);
      matters.set(matter.id, matter);
    }
    return matters;
  }
}

function ownersOf(
  { entityRefs }: OpenMatter,
  owners: ReadonlyMap<string, string[]>,
): string[] {
  return entityRefs.length === 1
    ? owners.get(entityRefs[0]) ?? []
    : [...new Set(entityRefs.flatMap(ref => owners.get(ref) ?? []))].sort();
}
