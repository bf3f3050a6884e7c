import { LoggerService } from '@backstage/backend-plugin-api';
import {
  FleetFacet,
  FleetFact,
  FleetSink,
  FleetSweep,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { OverrideLanes } from '../derive/OverrideLanes';
import { PlacementDeriver } from '../derive/PlacementDeriver';
import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { PlanContext } from '../plan/PlanContext';
import { planRederive } from '../plan/planRederive';
import { adoptVersion } from './adoptVersion';
import { FacetStore } from './FacetStore';
import { Fence, FencedTransaction } from './FencedTransaction';
import { FleetCommitter } from './FleetCommitter';
import { FleetReader } from './FleetReader';
import { FleetTables } from './FleetTables';
import { LaneBook } from './LaneBook';
import { LaneBatch, LaneStore } from './LaneStore';
import { ReferencedKinds } from './ReferencedKinds';
import { runWhileDue } from './runWhileDue';
import { SliceRunner } from './SliceRunner';
import { sliceSizes } from './sliceSizes';
import { WritePlan } from './WritePlan';

/** What a {@link FleetStore} is opened with. */
export interface FleetStoreOptions {
  knex: Knex;
  logger: LoggerService;
  source: { id: number; name: string };
  fence: Fence;
  facet: Pick<FleetFacet, 'derive' | 'overrideLanes'>;
  hints: InventoryHints;
  metrics?: InventoryMetrics;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How rarely a checkpoint is written when nothing else is. */
  checkpointEveryMs?: number;
}

/** Keeps what one source states of its fleet, on behalf of the holder of one lease. */
export class FleetStore implements FleetSink, FacetStore {
  static create(options: FleetStoreOptions) {
    return new FleetStore(options);
  }

  readonly #context: PlanContext;
  readonly #transaction: FencedTransaction;
  readonly #fence: Fence;
  readonly #kinds: ReferencedKinds;
  readonly #runner: SliceRunner<WritePlan>;
  readonly #lanes: LaneStore<FleetFact, WritePlan>;

  private constructor(options: FleetStoreOptions) {
    const { knex, source, fence, now } = options;
    const reader = FleetReader.create(knex, source.id);
    const { facet } = fence;
    const lanes = new LaneBook({ knex, sourceId: source.id, facet });
    const overrides = OverrideLanes.create({
      lanes,
      names: options.facet.overrideLanes ?? [],
    });
    const deriver = PlacementDeriver.create({
      ...options,
      reader,
      overrideLanes: overrides,
    });
    const transaction = FencedTransaction.create(knex, fence);
    const context = { source: source.name, reader, deriver, now };
    const runner = new SliceRunner({
      committer: FleetCommitter.create({
        ...options,
        transaction,
        reader,
        deriver,
      }),
      transaction,
      newPlan: at => new WritePlan(at),
      // In a first sync templates come beside the placements that name them. A placement whose template is there already
      // is derived once and not twice, and needs no stub.
      first: 'workload',
      slices: sliceSizes(knex),
      checkpointEveryMs: options.checkpointEveryMs ?? 10_000,
      now,
    });
    const tables = new FleetTables({ context, overrides, runner });
    this.#context = context;
    this.#transaction = transaction;
    this.#fence = fence;
    this.#kinds = new ReferencedKinds(knex, source.id);
    this.#runner = runner;
    this.#lanes = new LaneStore({ lanes, tables, runner, now });
  }

  async checkpoint(lane: string): Promise<string | undefined> {
    return this.#lanes.checkpoint(lane);
  }

  async referencedKinds() {
    return this.#kinds.list();
  }

  async change(batch: LaneBatch<FleetFact>): Promise<void> {
    await this.#lanes.change(batch);
  }

  async beginSweep(name: string): Promise<FleetSweep> {
    return this.#lanes.beginSweep(name);
  }

  objectsOf(lane: string): number {
    return this.#lanes.objectsOf(lane);
  }

  isRead(lane: string): boolean {
    return this.#lanes.isRead(lane);
  }

  async adoptVersion(version: string | undefined): Promise<void> {
    const { sourceId } = this.#fence;
    await adoptVersion(
      this.#transaction,
      this.#fence,
      version ?? null,
      async trx => {
        await trx('inventory_fanout')
          .insert({
            source_id: sourceId,
            namespace: '',
            after_id: 0,
            quiet: false,
          })
          .onConflict(['source_id', 'namespace'])
          .merge(['after_id', 'quiet']);
      },
    );
  }

  async retireLane(name: string): Promise<void> {
    await this.#lanes.retire(name);
  }

  async rederive(signal?: AbortSignal, forMs = Infinity): Promise<boolean> {
    const steps = [() => this.#dueStep(), () => this.#fanoutStep()];
    return runWhileDue(steps, signal, forMs);
  }

  async flushCheckpoints(options?: { all: boolean }): Promise<void> {
    await this.#lanes.flushCheckpoints(options);
  }

  async #dueStep(): Promise<number> {
    const { now, reader } = this.#context;
    return this.#runner.step('rederive', async plan => {
      const size = this.#runner.size('rederive');
      const ids = await reader.duePlacements(now(), size);
      await planRederive(this.#context, plan, ids, { quiet: false });
      return ids.length;
    });
  }

  async #fanoutStep(): Promise<number> {
    return this.#runner.step('rederive', async plan => {
      const size = this.#runner.size('rederive');
      const next = await this.#context.reader.nextFanout(size);
      if (!next) {
        return 0;
      }
      const { id, placementIds: ids, quiet } = next;
      plan.fanoutProgress = { id, after_id: ids.at(-1) };
      await planRederive(this.#context, plan, ids, { quiet });
      return ids.length + 1;
    });
  }
}
