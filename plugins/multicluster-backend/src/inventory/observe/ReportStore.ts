import { Knex } from 'knex';
import { Fence, FencedTransaction } from '../store/FencedTransaction';
import { updateRows } from '../sql/updateRows';
import { Columns } from '../sql/Columns';
import { conditionOf } from './conditionOf';
import { LaneState } from './LaneState';
import { SourceNotes } from './SourceNotes';

const COLUMNS: Columns = {
  source_id: 'integer',
  facet: 'text',
  name: 'text',
  subject: 'text',
  retired: 'boolean',
  contact_at: 'bigint',
  lag_seconds: 'real',
  relists: 'integer',
  errors: 'integer',
  problem: 'text',
  problem_since: 'bigint',
};

/** What is told of lanes and sources, in the tables. */
export class ReportStore {
  static create(knex: Knex, fence: Fence, transaction: FencedTransaction) {
    return new ReportStore(knex, fence, transaction);
  }

  readonly #knex: Knex;
  readonly #fence: Fence;
  readonly #transaction: FencedTransaction;

  private constructor(
    knex: Knex,
    fence: Fence,
    transaction: FencedTransaction,
  ) {
    this.#knex = knex;
    this.#fence = fence;
    this.#transaction = transaction;
  }

  async lanes(): Promise<LaneState[]> {
    const { sourceId, facet } = this.#fence;
    const rows = await this.#knex('inventory_lane').where({
      source_id: sourceId,
      facet,
    });
    return rows.map(row => {
      const contactAt = row.contact_at ? Number(row.contact_at) : undefined;
      const lane: LaneState = {
        name: row.name,
        subject: row.subject,
        retired: Boolean(row.retired),
        contactAt,
        lagSeconds: row.lag_seconds ?? undefined,
        relists: row.relists,
        errors: row.errors,
        ...(row.problem && {
          problem: {
            ...JSON.parse(row.problem),
            since: Number(row.problem_since),
          },
        }),
        inherited: Boolean(row.problem),
        urgent: false,
        writtenAt: -Infinity,
        writtenContactAt: contactAt,
      };
      return {
        ...lane,
        toldCondition: conditionOf(lane, row.checkpoint !== null),
      };
    });
  }

  async notes(): Promise<SourceNotes> {
    const { sourceId, facet } = this.#fence;
    const row = await this.#knex('inventory_note')
      .first('notes')
      .where({ source_id: sourceId, facet });
    return row ? JSON.parse(row.notes) : { facts: [] };
  }

  /** Throws a ConflictError when the lease is lost. */
  async write(
    lanes: LaneState[],
    notes: SourceNotes | undefined,
  ): Promise<void> {
    if (lanes.length === 0 && !notes) {
      return;
    }
    const { sourceId, facet } = this.#fence;
    await this.#transaction.run(async trx => {
      if (notes) {
        await trx('inventory_note')
          .insert({
            source_id: sourceId,
            facet,
            notes: JSON.stringify(notes),
          })
          .onConflict(['source_id', 'facet'])
          .merge(['notes']);
      }
      if (lanes.length > 0) {
        await writeLanes(trx, { source_id: sourceId, facet }, lanes);
      }
    });
  }
}

async function writeLanes(
  trx: Knex.Transaction,
  keys: { source_id: number; facet: string },
  lanes: LaneState[],
): Promise<void> {
  await trx('inventory_lane')
    .insert(lanes.map(({ name, subject }) => ({ ...keys, name, subject })))
    .onConflict(['source_id', 'facet', 'name'])
    .ignore();
  await updateRows(
    trx,
    'inventory_lane',
    ['source_id', 'facet', 'name'],
    COLUMNS,
    lanes.map(lane => ({ ...keys, ...toRow(lane) })),
  );
}

function toRow(lane: LaneState) {
  const { code, sentence, since } = lane.problem ?? {};
  return {
    name: lane.name,
    subject: lane.subject,
    retired: lane.retired,
    contact_at: lane.contactAt,
    lag_seconds: lane.lagSeconds,
    relists: lane.relists,
    errors: lane.errors,
    problem: code && JSON.stringify({ code, sentence }),
    problem_since: since,
  };
}
