import { Knex } from 'knex';

/** A kind of templates. */
export interface ReferencedKind {
  group: string;
  version: string;
  kind: string;
}

/** Which kinds of templates the stored placements refer to, dependencies excluded. */
export class ReferencedKinds {
  readonly #knex: Knex;
  readonly #sourceId: number;

  constructor(knex: Knex, sourceId: number) {
    this.#knex = knex;
    this.#sourceId = sourceId;
  }

  async list(): Promise<ReferencedKind[]> {
    const found: ReferencedKind[] = [];
    let after: { api_group: string; kind: string } | undefined;
    // From kind to kind along the index: a DISTINCT would read every workload to find the five kinds there are.
    for (;;) {
      const next = await this.#nextKind(after);
      if (!next) {
        return found;
      }
      const version = await this.#version(next);
      if (version !== undefined) {
        found.push({ group: next.api_group, version, kind: next.kind });
      }
      after = next;
    }
  }

  #nextKind(
    after: { api_group: string; kind: string } | undefined,
  ): Promise<{ api_group: string; kind: string } | undefined> {
    const query = this.#knex('inventory_workload')
      .where('source_id', this.#sourceId)
      .orderBy(['api_group', 'kind'])
      .first('api_group', 'kind');
    return after
      ? query.whereRaw('(api_group, kind) > (?, ?)', [
          after.api_group,
          after.kind,
        ])
      : query;
  }

  async #version(kind: {
    api_group: string;
    kind: string;
  }): Promise<string | undefined> {
    const row = await this.#knex('inventory_workload as w')
      .where({ 'w.source_id': this.#sourceId, ...kind })
      .whereExists(
        this.#knex('inventory_placement as p')
          .select(this.#knex.raw('1'))
          .whereRaw('p.workload_id = w.id')
          .where('p.dependency', false),
      )
      .first('w.api_version');
    return row?.api_version;
  }
}
