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
import { planDeletes } from '../plan/planDeletes';
import { planFacts } from '../plan/planFacts';
import { planRederive } from '../plan/planRederive';
import { isSqlite } from '../sql/isSqlite';
import { adoptVersion } from './adoptVersion';
import { FactType, factTable } from './factTable';
import { Fence, FencedTransaction } from './FencedTransaction';
import { FleetCommitter } from './FleetCommitter';
import { FleetReader } from './FleetReader';
import { groupBy } from './groupBy';
import { LaneBook } from './LaneBook';
import { ReferencedKinds } from './ReferencedKinds';
import { SliceRunner } from './SliceRunner';
import { StoredSweep } from './StoredSweep';

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

/**
 * Keeps what one source states of its fleet, on behalf of the holder of one lease.
 *
 * @remarks
 * A call is cut into slices so short that nobody else in the process notices. Each is one transaction that leaves the
 * tables consistent, and the checkpoint is written with the last of them: a slice that was written before its call failed
 * is seen again, which does no harm.
 */
export class FleetStore implements FleetSink {
  static create(options: FleetStoreOptions) {
    return new FleetStore(options);
  }

  readonly #context: PlanContext;
  readonly #transaction: FencedTransaction;
  readonly #fence: Fence;
  readonly #reader: FleetReader;
  readonly #lanes: LaneBook;
  readonly #overrides: OverrideLanes;
  readonly #kinds: ReferencedKinds;
  readonly #runner: SliceRunner;

  private constructor(options: FleetStoreOptions) {
    const { knex, source, fence, now } = options;
    const reader = FleetReader.create(knex, source.id);
    this.#lanes = new LaneBook({
      knex,
      sourceId: source.id,
      facet: fence.facet,
    });
    this.#overrides = OverrideLanes.create({
      lanes: this.#lanes,
      names: options.facet.overrideLanes ?? [],
    });
    const deriver = PlacementDeriver.create({
      ...options,
      reader,
      overrideLanes: this.#overrides,
    });
    const transaction = FencedTransaction.create(knex, fence);
    this.#transaction = transaction;
    this.#fence = fence;
    this.#reader = reader;
    this.#context = { source: source.name, reader, deriver, now };
    this.#kinds = new ReferencedKinds(knex, source.id);
    this.#runner = new SliceRunner({
      committer: FleetCommitter.create({
        ...options,
        transaction,
        reader,
        deriver,
      }),
      transaction,
      slices: isSqlite(knex)
        ? { targetMs: 20, start: 50, largest: 500 }
        : { targetMs: 60, start: 200, largest: 500 },
      checkpointEveryMs: options.checkpointEveryMs ?? 10_000,
      now,
    });
  }

  async checkpoint(lane: string): Promise<string | undefined> {
    const stored = await this.#lanes.get(lane);
    return stored.pending ?? stored.checkpoint;
  }

  async referencedKinds() {
    return this.#kinds.list();
  }

  async change(batch: {
    lane: string;
    upserts: FleetFact[];
    deletes: Array<{ type: FactType; key: string }>;
    checkpoint?: string;
  }): Promise<void> {
    const lane = await this.#lanes.get(batch.lane);
    const { checkpoint } = batch;
    const planLane = { id: lane.id, initial: lane.checkpoint === undefined };
    const deletes = groupBy(batch.deletes, ({ type }) => type);
    const upserts = groupBy(batch.upserts, ({ type }) => type);
    let left = deletes.size + upserts.size;
    const end = () => {
      left -= 1;
      return left === 0 ? { lane, checkpoint } : { lane };
    };
    for (const [type, list] of deletes) {
      await this.#runner.run(
        'delete',
        list.map(({ key }) => key),
        (plan, keys) => this.#planDeletes(plan, type, keys),
        end(),
      );
    }
    for (const [type, list] of upserts) {
      await this.#runner.run(
        type,
        list,
        (plan, facts) => planFacts(this.#context, planLane, plan, facts),
        end(),
      );
    }
    if (deletes.size + upserts.size === 0) {
      await this.#runner.step('delete', async () => 0, { lane, checkpoint });
    }
  }

  /** Rows that a lane keeps, as far as this store has had to do with it. */
  objectsOf(lane: string): number {
    return this.#lanes.known(lane)?.objects ?? 0;
  }

  /** Whether a lane is stored to the end, as far as this store has had to do with it. */
  isRead(lane: string): boolean {
    return this.#lanes.known(lane)?.checkpoint !== undefined;
  }

  /**
   * Starts anew where the rules of the source are not those that the stored rows were made with: facts may lack what the
   * new rules read, so that every lane is listed again, and every placement is derived again.
   */
  async adoptVersion(version: string | undefined): Promise<void> {
    await adoptVersion(this.#transaction, this.#fence, version ?? null);
  }

  async beginSweep(name: string): Promise<FleetSweep> {
    return StoredSweep.create({
      lane: await this.#lanes.get(name),
      context: this.#context,
      runner: this.#runner,
      overrides: this.#overrides,
    });
  }

  /** Forgets everything a lane keeps: its kind is no longer wanted. */
  async retireLane(name: string): Promise<void> {
    const lane = await this.#lanes.get(name);
    await this.#runner.commitLane(lane, { checkpoint: null });
    for (const type of Object.keys(factTable) as FactType[]) {
      for (;;) {
        const ids = await this.#reader.idsOfLane(type, lane.id, {
          afterId: 0,
          limit: 500,
        });
        if (ids.length === 0) {
          break;
        }
        await this.#runner.run(
          'delete',
          ids,
          (plan, slice) => planDeletes(this.#context, plan, type, slice),
          { lane },
        );
      }
    }
    await this.#runner.commitLane(lane, { objects: 0 });
  }

  /**
   * Derives again what is due, and what shares something that changed.
   *
   * @param forMs - for how long to go on
   * @returns whether something is left to do
   */
  async rederive(signal?: AbortSignal, forMs = Infinity): Promise<boolean> {
    const until = performance.now() + forMs;
    for (const step of [() => this.#dueStep(), () => this.#fanoutStep()]) {
      while ((await step()) > 0) {
        if (signal?.aborted || performance.now() > until) {
          return true;
        }
      }
    }
    return false;
  }

  /** Writes checkpoints that were held back. `all`: even those that are not due yet. */
  async flushCheckpoints(options?: { all: boolean }): Promise<void> {
    for (const lane of this.#lanes.all()) {
      const { pending } = lane;
      if (pending && (options?.all || this.#runner.isDue(lane))) {
        await this.#runner.commitLane(lane, { checkpoint: pending });
      }
    }
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
      const next = await this.#reader.nextFanout(size);
      if (!next) {
        return 0;
      }
      const { id, placementIds: ids, quiet } = next;
      plan.fanoutProgress = { id, after_id: ids.at(-1) };
      await planRederive(this.#context, plan, ids, { quiet });
      return ids.length + 1;
    });
  }

  async #planDeletes(
    plan: Parameters<typeof planDeletes>[1],
    type: FactType,
    keys: string[],
  ): Promise<void> {
    const rows = await this.#reader.stored(type, keys);
    const ids = [...rows.values()].map(({ id }) => id);
    await planDeletes(this.#context, plan, type, ids);
  }
}
