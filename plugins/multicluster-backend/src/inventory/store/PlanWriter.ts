import { Knex } from 'knex';
import { Columns } from '../sql/Columns';
import { deleteRows } from '../sql/deleteRows';
import { insertRows } from '../sql/insertRows';
import { inList } from '../sql/inList';
import { updateRows } from '../sql/updateRows';
import {
  clusterColumns,
  derivedColumns,
  placementColumns,
  policyColumns,
  recheckColumns,
  targetColumns,
  workloadColumns,
} from './columns';
import { dropIdleStubs } from './dropIdleStubs';
import { upsertRows } from './upsertRows';
import { writeFanouts } from './writeFanouts';
import { writeImages } from './writeImages';
import { writeMarks } from './writeMarks';
import { WritePlan } from './WritePlan';
import { writeTransitions } from './writeTransitions';

const IDENTITY = [
  'source_id',
  'hash',
  'key',
  'api_group',
  'kind',
  'namespace',
  'name',
];

/** Writes a plan within a transaction, in as few statements as it has kinds of rows. */
export class PlanWriter {
  readonly #trx: Knex;
  readonly #sourceId: number;
  readonly #revision: number;
  readonly #clusterIds: ReadonlyMap<string, number>;

  constructor(options: {
    trx: Knex;
    sourceId: number;
    revision: number;
    /** Ids of the clusters that are stored already, by name. */
    clusterIds: ReadonlyMap<string, number>;
  }) {
    this.#trx = options.trx;
    this.#sourceId = options.sourceId;
    this.#revision = options.revision;
    this.#clusterIds = options.clusterIds;
  }

  /** Gives back what became of clusters: ids of those it inserted, by name, and undefined for those it dropped. */
  async write(plan: WritePlan): Promise<Map<string, number | undefined>> {
    const clusterIds = await this.#clusters(plan);
    await this.#workloads(plan);
    await this.#upsert('inventory_policy', policyColumns, plan.policies, 'key');
    await this.#placements(plan);
    await this.#targets(plan, clusterIds);
    await writeTransitions(this.#trx, this.#sourceId, plan.transitions);
    await writeImages(this.#trx, plan);
    await writeMarks(this.#trx, plan.marks);
    await this.#deletes(plan);
    await writeFanouts(this.#trx, this.#sourceId, plan);
    const clusters = new Map<string, number | undefined>(clusterIds);
    if (plan.targetDeletes.length + plan.deletes.placement.length > 0) {
      for (const name of await dropIdleStubs(this.#trx, this.#sourceId)) {
        clusters.set(name, undefined);
      }
    }
    return clusters;
  }

  async #clusters(plan: WritePlan): Promise<Map<string, number>> {
    const known = new Set(plan.clusters.map(({ name }) => name));
    const stubs = new Set(
      plan.targets
        .map(({ cluster }) => cluster)
        .filter(name => !known.has(name) && !this.#clusterIds.has(name)),
    );
    const writes = [
      ...plan.clusters,
      ...[...stubs].map(name => ({
        name,
        present: false,
        cluster_uid: null,
        state: 'unavailable',
        state_since: plan.at,
        region: null,
        fact: null,
        fact_hash: null,
        lane_id: null,
      })),
    ];
    const inserted = writes.filter(write => !('id' in write && write.id));
    await this.#upsert('inventory_cluster', clusterColumns, writes, 'name');
    return new Map(
      inserted.map(write => [write.name, (write as { id: number }).id]),
    );
  }

  async #workloads(plan: WritePlan): Promise<void> {
    const written = new Set<object>(plan.workloads);
    const stubs = new Set(
      plan.placements
        .map(({ workload }) => workload)
        .filter(workload => !workload.id && !written.has(workload)),
    );
    for (const stub of stubs) {
      Object.assign(stub, { present: false });
    }
    await this.#upsert(
      'inventory_workload',
      workloadColumns,
      [...plan.workloads, ...stubs],
      'key',
    );
    if (plan.touchedWorkloads.size > 0) {
      await this.#trx('inventory_workload')
        .where(inList(this.#trx, 'id', plan.touchedWorkloads, 'integer'))
        .update({ revision: this.#revision });
    }
  }

  async #placements(plan: WritePlan): Promise<void> {
    for (const write of plan.placements) {
      Object.assign(write, { workload_id: write.workload.id });
    }
    const onlyDerived = plan.placements.filter(
      ({ id, factChanged }) => id && !factChanged,
    );
    await this.#upsert(
      'inventory_placement',
      placementColumns,
      plan.placements.filter(({ id, factChanged }) => !id || factChanged),
      'key',
    );
    await updateRows(
      this.#trx,
      'inventory_placement',
      ['id'],
      derivedColumns,
      onlyDerived.map(write => this.#stamped(write)),
    );
    await updateRows(
      this.#trx,
      'inventory_placement',
      ['id'],
      recheckColumns,
      plan.rechecks,
    );
  }

  async #targets(
    plan: WritePlan,
    clusterIds: Map<string, number>,
  ): Promise<void> {
    const rows = plan.targets.map(target => ({
      placement_id: target.placement.id,
      cluster_id:
        clusterIds.get(target.cluster) ?? this.#clusterIds.get(target.cluster),
      state: target.state,
      state_since: target.state_since,
      derived: target.derived,
    }));
    await insertRows(this.#trx, 'inventory_target', targetColumns, rows, {
      onConflict:
        '(placement_id, cluster_id) DO UPDATE SET state = excluded.state, state_since = excluded.state_since, derived = excluded.derived',
    });
    for (const { placement_id, cluster_id } of plan.targetDeletes) {
      await this.#trx('inventory_target')
        .where({ placement_id, cluster_id })
        .delete();
    }
  }

  async #deletes(plan: WritePlan): Promise<void> {
    const { cluster, workload, policy, placement } = plan.deletes;
    const tables: Array<[string, string, number[]]> = [
      ['inventory_target', 'placement_id', placement],
      ['inventory_placement', 'id', placement],
      ['inventory_workload_images', 'workload_id', workload],
      ['inventory_workload_mark', 'workload_id', workload],
      ['entity_match', 'workload_id', workload],
      ['inventory_workload', 'id', workload],
      ['inventory_policy', 'id', policy],
      ['inventory_cluster', 'id', cluster],
    ];
    for (const [table, column, ids] of tables) {
      await deleteRows(this.#trx, table, column, ids);
    }
  }

  async #upsert(
    table: string,
    columns: Columns,
    writes: object[],
    key: string,
  ): Promise<void> {
    await upsertRows(this.#trx, writes, {
      table,
      columns,
      key,
      identity: IDENTITY,
      stamp: row => this.#stamped(row),
    });
  }

  #stamped(row: object): Record<string, unknown> {
    return { ...row, source_id: this.#sourceId, revision: this.#revision };
  }
}
