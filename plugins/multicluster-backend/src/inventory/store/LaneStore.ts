import { FacetTables } from './FacetTables';
import { groupBy } from './groupBy';
import { LaneBook, StoredLane } from './LaneBook';
import { SlicePlan } from './SlicePlan';
import { SliceRunner } from './SliceRunner';
import { StoredSweep } from './StoredSweep';

interface Options<
  F extends { type: string; key: string },
  P extends SlicePlan,
> {
  lanes: LaneBook;
  tables: FacetTables<F, P>;
  runner: SliceRunner<P>;
  now(): number;
}

/** A batch of changes of one lane. */
export interface LaneBatch<F extends { type: string; key: string }> {
  lane: string;
  upserts: F[];
  deletes: Array<{ type: F['type']; key: string }>;
  checkpoint?: string;
}

/**
 * Keeps the facts of one facet lane by lane.
 *
 * @remarks
 * A call is cut into slices so short that nobody else in the process notices. Each is one transaction that leaves the
 * tables consistent, and the checkpoint is written with the last of them: a slice that was written before its call failed
 * is seen again, which does no harm.
 */
export class LaneStore<
  F extends { type: string; key: string },
  P extends SlicePlan,
> {
  readonly #options: Options<F, P>;

  constructor(options: Options<F, P>) {
    this.#options = options;
  }

  async checkpoint(name: string): Promise<string | undefined> {
    const stored = await this.#options.lanes.get(name);
    return stored.pending ?? stored.checkpoint;
  }

  async change(batch: LaneBatch<F>): Promise<void> {
    const { lanes, runner, tables } = this.#options;
    const lane = await lanes.get(batch.lane);
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
      await runner.run(
        'delete',
        list.map(({ key }) => key),
        async (plan, keys) =>
          tables.planDeletes(plan, type, await tables.idsOf(type, keys)),
        end(),
      );
    }
    for (const [type, list] of upserts) {
      await runner.run(
        type,
        list,
        (plan, facts) => tables.planFacts(planLane, plan, facts),
        end(),
      );
    }
    if (deletes.size + upserts.size === 0) {
      await runner.step('delete', async () => 0, { lane, checkpoint });
    }
  }

  async beginSweep(name: string): Promise<StoredSweep<F, P>> {
    return StoredSweep.create({
      ...this.#options,
      lane: await this.#options.lanes.get(name),
    });
  }

  /** Rows that a lane keeps, as far as this store has had to do with it. */
  objectsOf(lane: string): number {
    return this.#options.lanes.known(lane)?.objects ?? 0;
  }

  /** Whether a lane is stored to the end, as far as this store has had to do with it. */
  isRead(lane: string): boolean {
    return this.#options.lanes.known(lane)?.checkpoint !== undefined;
  }

  /** Forgets what a lane keeps: it is no longer wanted. */
  async retire(name: string): Promise<void> {
    const { lanes, runner, tables } = this.#options;
    const lane = await lanes.get(name);
    await runner.commitLane(lane, { checkpoint: null });
    for (const type of tables.sweptTypes) {
      await this.#forget(lane, type);
    }
    await runner.commitLane(lane, { objects: await tables.unswept(lane.id) });
  }

  /** Writes checkpoints that were held back. `all`: even those that are not due yet. */
  async flushCheckpoints(options?: { all: boolean }): Promise<void> {
    const { lanes, runner } = this.#options;
    for (const lane of lanes.all()) {
      const { pending } = lane;
      if (pending && (options?.all || runner.isDue(lane))) {
        await runner.commitLane(lane, { checkpoint: pending });
      }
    }
  }

  async #forget(lane: StoredLane, type: F['type']): Promise<void> {
    const { runner, tables } = this.#options;
    for (;;) {
      const ids = await tables.idsOfLane(type, lane.id, {
        afterId: 0,
        limit: 500,
      });
      if (ids.length === 0) {
        return;
      }
      await runner.run(
        'delete',
        ids,
        (plan, slice) => tables.planDeletes(plan, type, slice),
        { lane },
      );
    }
  }
}
