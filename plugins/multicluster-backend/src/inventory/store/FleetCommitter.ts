import { PlacementDeriver } from '../derive/PlacementDeriver';
import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { bumpRevision } from './bumpRevision';
import { FencedTransaction } from './FencedTransaction';
import { FleetReader } from './FleetReader';
import { PlanWriter } from './PlanWriter';
import { LaneUpdate, updateLane } from './updateLane';
import { WritePlan } from './WritePlan';

interface FleetCommitterOptions {
  source: { id: number; name: string };
  transaction: FencedTransaction;
  reader: FleetReader;
  deriver: PlacementDeriver;
  hints: InventoryHints;
  metrics?: InventoryMetrics;
}

/** Commits plans: fence check, rows, revision and checkpoint in one transaction, and the hint once it is through. */
export class FleetCommitter {
  static create(options: FleetCommitterOptions) {
    return new FleetCommitter(options);
  }

  readonly #options: FleetCommitterOptions;
  #clusterIds?: Map<string, number>;

  private constructor(options: FleetCommitterOptions) {
    this.#options = options;
  }

  async commit(
    plan: WritePlan,
    lane?: LaneUpdate,
  ): Promise<number | undefined> {
    const started = performance.now();
    const known = await this.#knownClusters();
    const { revision, clusters, objects } = await this.#options.transaction.run(
      async trx => {
        const bumped = plan.changesViews
          ? await bumpRevision(trx, this.#options.source.id)
          : 0;
        const writer = new PlanWriter({
          trx,
          sourceId: this.#options.source.id,
          revision: bumped,
          clusterIds: known,
        });
        const changed = await writer.write(plan);
        const counted = await updateLane(trx, plan, lane);
        return { revision: bumped, clusters: changed, objects: counted };
      },
    );
    this.#remember(plan, clusters);
    if (plan.changesViews) {
      this.#tell(plan, revision, performance.now() - started);
    }
    return objects;
  }

  async #knownClusters(): Promise<Map<string, number>> {
    this.#clusterIds ??= await this.#options.reader.clusterIds();
    return this.#clusterIds;
  }

  // Only after the commit: a transaction that failed has written none of it.
  #remember(plan: WritePlan, clusters: Map<string, number | undefined>): void {
    for (const [name, id] of clusters) {
      if (id === undefined) {
        this.#clusterIds?.delete(name);
      } else {
        this.#clusterIds?.set(name, id);
      }
    }
    if (plan.deletes.cluster.length > 0) {
      this.#clusterIds = undefined;
    }
    if (plan.policies.length + plan.deletes.policy.length > 0) {
      this.#options.deriver.forgetOverrides();
    }
  }

  #tell(plan: WritePlan, revision: number, milliseconds: number): void {
    const { hints, metrics, source } = this.#options;
    const workloadIds = [
      ...plan.placements.map(({ workload }) => workload.id),
      ...plan.workloads.map(({ id }) => id),
      ...plan.touchedWorkloads,
      ...plan.deletes.workload,
    ].filter((id): id is number => id !== undefined);
    const clusterIds = [
      ...plan.clusters.map(({ id }) => id),
      ...plan.targets.map(({ cluster }) => this.#clusterIds?.get(cluster)),
      ...plan.targetDeletes.map(({ cluster_id }) => cluster_id),
      ...plan.deletes.cluster,
    ].filter((id): id is number => id !== undefined);
    hints.add({ source: source.name, revision, workloadIds, clusterIds });
    metrics?.committed(
      { source: source.name },
      {
        facts:
          plan.clusters.length +
          plan.workloads.length +
          plan.policies.length +
          plan.placements.length,
        milliseconds,
      },
    );
  }
}
