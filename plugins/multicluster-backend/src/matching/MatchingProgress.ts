import { Knex } from 'knex';
import { InventoryChange } from '../inventory/hints/InventoryChange';

/** Changes of a source that nobody matched. */
export interface MissedChanges {
  sourceId: number;
  /** Changes up to this revision are matched. */
  after: number;
  upTo: number;
}

interface Row {
  id: number;
  revision: number | string;
  matched_revision: number | string;
}

/**
 * Up to which revision the changes of each source are matched. Changes wait in memory for a moment before they are: those
 * of a replica that is killed meanwhile leave a gap, which shows here.
 */
export class MatchingProgress {
  readonly #knex: Knex;
  /** Revisions without a gap that this process matched. */
  readonly #runs = new Map<string, { first: number; last: number }>();
  #seen = new Map<number, number>();

  static create(knex: Knex): MatchingProgress {
    return new MatchingProgress(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Notes that these changes are matched. Stored only while nothing before them is missing. */
  async advance(changes: InventoryChange[]): Promise<void> {
    for (const { source, firstRevision, revision } of changes) {
      if (revision === 0) {
        continue;
      }
      const run = this.#runs.get(source);
      const goesOn =
        run && run.first <= firstRevision && run.last >= firstRevision - 1;
      const first = goesOn ? run.first : firstRevision;
      this.#runs.set(source, { first, last: revision });
      await this.#knex('inventory_source')
        .where({ name: source })
        .where('matched_revision', '>=', first - 1)
        .where('matched_revision', '<', revision)
        .update({ matched_revision: revision });
    }
  }

  /**
   * Changes that were stored already when this was asked the last time and are not matched yet. What is newer may still be
   * on its way.
   */
  async missed(): Promise<MissedChanges[]> {
    const rows = await this.#knex<Row>('inventory_source').select(
      'id',
      'revision',
      'matched_revision',
    );
    const before = this.#seen;
    this.#seen = new Map(rows.map(row => [row.id, Number(row.revision)]));
    return rows.flatMap(row => {
      const after = Number(row.matched_revision);
      return after < (before.get(row.id) ?? 0)
        ? [{ sourceId: row.id, after, upTo: Number(row.revision) }]
        : [];
    });
  }

  /** Notes that what was missed is matched. */
  async caughtUp({ sourceId, upTo }: MissedChanges): Promise<void> {
    await this.#knex('inventory_source')
      .where({ id: sourceId })
      .where('matched_revision', '<', upTo)
      .update({ matched_revision: upTo });
  }
}
