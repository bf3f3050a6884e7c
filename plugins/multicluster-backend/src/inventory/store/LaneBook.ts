import { Knex } from 'knex';

/** A lane as the store needs it. */
export interface StoredLane {
  id: number;
  name: string;
  /** Up to here everything is stored; undefined: never listed completely. */
  checkpoint?: string;
  /** Was listed to its end once, be it by older rules: what it keeps is what there was then. */
  listed: boolean;
  /** A newer checkpoint that is not written yet, because nothing else changed. */
  pending?: string;
  /** When the checkpoint was last written. */
  writtenAt: number;
  /** Rows kept. */
  objects: number;
}

/** The lanes of one facet of one source. */
export class LaneBook {
  readonly #knex: Knex;
  readonly #sourceId: number;
  readonly #facet: string;
  readonly #lanes = new Map<string, StoredLane>();

  constructor(options: { knex: Knex; sourceId: number; facet: string }) {
    this.#knex = options.knex;
    this.#sourceId = options.sourceId;
    this.#facet = options.facet;
  }

  all(): Iterable<StoredLane> {
    return this.#lanes.values();
  }

  /** The lane, if anybody asked for it before. */
  known(name: string): StoredLane | undefined {
    return this.#lanes.get(name);
  }

  /** The lane; it is stored first if it is new. */
  async get(name: string): Promise<StoredLane> {
    const known = this.#lanes.get(name);
    if (known) {
      return known;
    }
    const identity = {
      source_id: this.#sourceId,
      facet: this.#facet,
      name,
    };
    const find = () =>
      this.#knex('inventory_lane')
        .first('id', 'checkpoint', 'swept_at', 'objects')
        .where(identity);
    let row = await find();
    if (!row) {
      await this.#knex('inventory_lane')
        .insert({ ...identity, subject: name })
        .onConflict(['source_id', 'facet', 'name'])
        .ignore();
      row = await find();
    }
    const lane = this.#lanes.get(name) ?? {
      id: row.id,
      name,
      checkpoint: row.checkpoint ?? undefined,
      listed: row.swept_at !== null,
      writtenAt: 0,
      objects: Number(row.objects),
    };
    this.#lanes.set(name, lane);
    return lane;
  }
}
