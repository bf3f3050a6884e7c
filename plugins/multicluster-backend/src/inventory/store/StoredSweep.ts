import { setImmediate } from 'node:timers/promises';
import { FacetTables } from './FacetTables';
import { groupBy } from './groupBy';
import { StoredLane } from './LaneBook';
import { SlicePlan } from './SlicePlan';
import { SliceRunner } from './SliceRunner';

const IDS_PER_PAGE = 2000;

interface Options<
  F extends { type: string; key: string },
  P extends SlicePlan,
> {
  lane: StoredLane;
  tables: FacetTables<F, P>;
  runner: SliceRunner<P>;
  now(): number;
}

/**
 * A full list on its way into the tables.
 *
 * @remarks
 * Which rows it has seen is kept in memory rather than stamped into them: a relist of 100,000 objects that did not change
 * would otherwise rewrite 100,000 rows. A sweep that dies with its process deletes nothing, and its successor begins anew.
 */
export class StoredSweep<
  F extends { type: string; key: string },
  P extends SlicePlan,
> {
  static create<F extends { type: string; key: string }, P extends SlicePlan>(
    options: Options<F, P>,
  ) {
    return new StoredSweep(options);
  }

  readonly #options: Options<F, P>;
  readonly #seen = new Map<F['type'], Set<number>>();

  private constructor(options: Options<F, P>) {
    this.#options = options;
  }

  async page(facts: F[]): Promise<void> {
    const { lane, tables, runner } = this.#options;
    const planLane = {
      id: lane.id,
      initial: lane.checkpoint === undefined,
      ...(await tables.sweeping?.(lane.name)),
    };
    for (const [type, list] of groupBy<F, F['type']>(
      facts,
      ({ type: t }) => t,
    )) {
      const seen = this.#seenOf(type);
      await runner.run(
        type,
        list,
        (plan, slice) => tables.planFacts(planLane, plan, slice),
        { lane },
        plan => plan.kept.forEach(({ id }) => id && seen.add(id)),
      );
    }
  }

  async complete(checkpoint: string): Promise<void> {
    const { lane, tables, runner, now } = this.#options;
    let objects = await tables.unswept(lane.id);
    for (const type of tables.sweptTypes) {
      await this.#deleteUnseen(type);
      objects += this.#seenOf(type).size;
    }
    await tables.swept?.(lane.name);
    await runner.commitLane(lane, { checkpoint, objects, sweptAt: now() });
  }

  async #deleteUnseen(type: F['type']): Promise<void> {
    const { lane, tables, runner } = this.#options;
    const seen = this.#seenOf(type);
    for (let afterId = 0; ; ) {
      const ids = await tables.idsOfLane(type, lane.id, {
        afterId,
        limit: IDS_PER_PAGE,
      });
      await runner.run(
        'delete',
        ids.filter(id => !seen.has(id)),
        (plan, slice) => tables.planDeletes(plan, type, slice),
        { lane },
      );
      if (ids.length < IDS_PER_PAGE) {
        return;
      }
      await setImmediate();
      afterId = ids[ids.length - 1];
    }
  }

  #seenOf(type: F['type']): Set<number> {
    const found = this.#seen.get(type) ?? new Set();
    this.#seen.set(type, found);
    return found;
  }
}
