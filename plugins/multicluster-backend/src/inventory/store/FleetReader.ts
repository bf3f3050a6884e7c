import { Knex } from 'knex';
import { inList } from '../sql/inList';
import {
  ClusterRow,
  PlacementRow,
  PolicyRow,
  StoredFact,
  TargetRow,
  WorkloadRow,
} from './rows';
import { FactType, factTable } from './factTable';
import { GenerationRow } from './GenerationRow';
import { numbered } from './numbered';

const TARGET = [
  't.placement_id',
  't.cluster_id',
  'c.name as cluster',
  't.state',
  't.state_since',
  't.derived',
];

const NAMED_WORKLOAD = [
  'id',
  'hash',
  'key',
  'api_group',
  'api_version',
  'kind',
  'namespace',
  'name',
  'fact',
] as const;

/** A stored workload, as far as its placements need it. */
export type NamedWorkload = Pick<WorkloadRow, (typeof NAMED_WORKLOAD)[number]>;

/** What the writer has to know of the rows it is about to change. */
export class FleetReader {
  static create(knex: Knex, sourceId: number) {
    return new FleetReader(knex, sourceId);
  }

  readonly #knex: Knex;
  readonly #sourceId: number;

  private constructor(knex: Knex, sourceId: number) {
    this.#knex = knex;
    this.#sourceId = sourceId;
  }

  /** What is stored of these facts, by key. */
  async stored(
    type: FactType,
    keys: string[],
  ): Promise<Map<string, StoredFact>> {
    const { table, key } = factTable[type];
    const rows: StoredFact[] = await this.#knex(table)
      .select('id', { key }, 'fact_hash', 'lane_id')
      .where('source_id', this.#sourceId)
      .where(inList(this.#knex, key, keys, 'text'));
    return new Map(rows.map(row => [row.key, row]));
  }

  async clusters(ids: number[]): Promise<Map<number, ClusterRow>> {
    return this.#byId<ClusterRow>('inventory_cluster', ids);
  }

  async policies(ids: number[]): Promise<Map<number, PolicyRow>> {
    return this.#byId<PolicyRow>('inventory_policy', ids);
  }

  async placements(ids: number[]): Promise<Map<number, PlacementRow>> {
    return this.#byId<PlacementRow>('inventory_placement', ids);
  }

  async workloads(ids: number[]): Promise<Map<number, WorkloadRow>> {
    return this.#byId<WorkloadRow>('inventory_workload', ids);
  }

  /** What placements are derived and stored with, by key of the workload. */
  async workloadsByKey(keys: string[]): Promise<Map<string, NamedWorkload>> {
    const rows: NamedWorkload[] = await this.#knex('inventory_workload')
      .select(NAMED_WORKLOAD)
      .where('source_id', this.#sourceId)
      .where(inList(this.#knex, 'key', keys, 'text'));
    return new Map(rows.map(row => [row.key, row]));
  }

  /** Ids of every cluster row, stubs included, by name. */
  async clusterIds(): Promise<Map<string, number>> {
    const rows = await this.#knex('inventory_cluster')
      .select('id', 'name')
      .where('source_id', this.#sourceId);
    return new Map(rows.map(row => [row.name, row.id]));
  }

  /** Targets by placement. */
  async targets(placementIds: number[]): Promise<Map<number, TargetRow[]>> {
    const found = new Map<number, TargetRow[]>();
    if (placementIds.length === 0) {
      return found;
    }
    const rows: TargetRow[] = await this.#knex('inventory_target as t')
      .join('inventory_cluster as c', 'c.id', 't.cluster_id')
      .select(TARGET)
      .where(inList(this.#knex, 't.placement_id', placementIds, 'integer'));
    for (const row of rows) {
      const list = found.get(row.placement_id);
      if (list) {
        list.push(numbered(row));
      } else {
        found.set(row.placement_id, [numbered(row)]);
      }
    }
    return found;
  }

  /** Past generations by workload. */
  async images(workloadIds: number[]): Promise<Map<number, GenerationRow[]>> {
    const found = new Map<number, GenerationRow[]>();
    if (workloadIds.length === 0) {
      return found;
    }
    const rows = await this.#knex('inventory_workload_images')
      .select('workload_id', 'uid', 'generation', 'images', 'settings')
      .where(inList(this.#knex, 'workload_id', workloadIds, 'integer'));
    for (const row of rows) {
      const { workload_id: id, uid, images, settings } = row;
      const list = found.get(id) ?? [];
      list.push({ uid, generation: Number(row.generation), images, settings });
      found.set(id, list);
    }
    return found;
  }

  /** Facts of the override policies of a namespace; empty for cluster-scoped ones. */
  async overrides(namespace: string): Promise<string[]> {
    return this.#knex('inventory_policy')
      .where({ source_id: this.#sourceId, role: 'override', namespace })
      .orderBy('key')
      .pluck('fact');
  }

  /** Ids of placements by workload. */
  async placementsOf(workloadIds: number[]): Promise<Map<number, number[]>> {
    if (workloadIds.length === 0) {
      return new Map();
    }
    const rows = await this.#knex('inventory_placement')
      .select('id', 'workload_id')
      .where(inList(this.#knex, 'workload_id', workloadIds, 'integer'))
      .orderBy('id');
    const found = new Map<number, number[]>();
    for (const { id, workload_id: workload } of rows) {
      found.set(workload, [...(found.get(workload) ?? []), id]);
    }
    return found;
  }

  /** The highest id of a placement; 0: there is none. */
  async lastPlacement(): Promise<number> {
    const row = await this.#knex('inventory_placement')
      .max({ id: 'id' })
      .where('source_id', this.#sourceId)
      .first();
    return Number(row?.id ?? 0);
  }

  /** A page of the placements, by id. */
  async placementIds(page: {
    afterId: number;
    upToId: number;
    limit: number;
  }): Promise<number[]> {
    return this.#knex('inventory_placement')
      .where('source_id', this.#sourceId)
      .where('id', '>', page.afterId)
      .where('id', '<=', page.upToId)
      .orderBy('id')
      .limit(page.limit)
      .pluck('id');
  }

  /** Placements that are to be derived again by now, the longest due first. */
  async duePlacements(now: number, limit: number): Promise<number[]> {
    return this.#knex('inventory_placement')
      .where('source_id', this.#sourceId)
      .where('recheck_at', '<=', now)
      .orderBy('recheck_at')
      .limit(limit)
      .pluck('id');
  }

  /** The oldest fan-out that is not done, and the placements that are next in it. */
  async nextFanout(
    limit: number,
  ): Promise<
    { id: number; quiet: boolean; placementIds: number[] } | undefined
  > {
    const row = await this.#knex('inventory_fanout')
      .first('id', 'namespace', 'after_id', 'quiet')
      .where('source_id', this.#sourceId)
      .orderBy('id');
    if (!row) {
      return undefined;
    }
    const query = this.#knex('inventory_placement as p')
      .where('p.source_id', this.#sourceId)
      .where('p.id', '>', row.after_id)
      .orderBy('p.id')
      .limit(limit);
    if (row.namespace !== '') {
      query
        .join('inventory_workload as w', 'w.id', 'p.workload_id')
        .where('w.namespace', row.namespace);
    }
    const placementIds: number[] = await query.pluck('p.id');
    return { id: row.id, quiet: Boolean(row.quiet), placementIds };
  }

  /** A page of the rows that a lane keeps, by id. */
  async idsOfLane(
    type: FactType,
    laneId: number,
    page: { afterId: number; limit: number },
  ): Promise<number[]> {
    return this.#knex(factTable[type].table)
      .where('lane_id', laneId)
      .where('id', '>', page.afterId)
      .orderBy('id')
      .limit(page.limit)
      .pluck('id');
  }

  /** Those of the clusters that targets sit on. */
  async clustersInUse(ids: number[]): Promise<Set<number>> {
    // One probe each: a DISTINCT over the targets of a cluster would read every one of them.
    const rows = await this.#knex('inventory_cluster as c')
      .where(inList(this.#knex, 'c.id', ids, 'integer'))
      .whereExists(
        this.#knex('inventory_target as t')
          .select(this.#knex.raw('1'))
          .whereRaw('t.cluster_id = c.id'),
      )
      .pluck('c.id');
    return new Set(rows);
  }

  async #byId<T extends { id: number }>(
    table: string,
    ids: number[],
  ): Promise<Map<number, T>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows: T[] = await this.#knex(table).where(
      inList(this.#knex, 'id', ids, 'integer'),
    );
    return new Map(rows.map(row => [row.id, numbered(row)]));
  }
}
