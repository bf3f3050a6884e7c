import { setImmediate } from 'node:timers/promises';
import {
  FleetFact,
  FleetSweep,
} from '@fairway/backstage-plugin-multicluster-node';
import { planDeletes } from '../plan/planDeletes';
import { planFacts } from '../plan/planFacts';
import { PlanContext } from '../plan/PlanContext';
import { planRederive } from '../plan/planRederive';
import { OverrideLanes } from '../derive/OverrideLanes';
import { FactType, factTable } from './factTable';
import { groupBy } from './groupBy';
import { StoredLane } from './LaneBook';
import { SliceRunner } from './SliceRunner';

const IDS_PER_PAGE = 2000;

/**
 * A full list on its way into the tables.
 *
 * @remarks
 * Which rows it has seen is kept in memory rather than stamped into them: a relist of 100,000 objects that did not change
 * would otherwise rewrite 100,000 rows. A sweep that dies with its process deletes nothing, and its successor begins anew.
 */
export class StoredSweep implements FleetSweep {
  static create(options: {
    lane: StoredLane;
    context: PlanContext;
    runner: SliceRunner;
    overrides: OverrideLanes;
  }) {
    return new StoredSweep(options);
  }

  readonly #lane: StoredLane;
  readonly #context: PlanContext;
  readonly #runner: SliceRunner;
  readonly #overrides: OverrideLanes;
  readonly #seen = new Map<FactType, Set<number>>();

  private constructor(options: {
    lane: StoredLane;
    context: PlanContext;
    runner: SliceRunner;
    overrides: OverrideLanes;
  }) {
    this.#lane = options.lane;
    this.#context = options.context;
    this.#runner = options.runner;
    this.#overrides = options.overrides;
  }

  async page(facts: FleetFact[]): Promise<void> {
    const lane = this.#lane;
    const planLane = {
      id: lane.id,
      initial: lane.checkpoint === undefined,
      rederivesAtEnd: await this.#overrides.isFirstRead(lane.name),
    };
    for (const [type, list] of groupBy(facts, fact => fact.type)) {
      const seen = this.#seenOf(type);
      await this.#runner.run(
        type,
        list,
        (plan, slice) => planFacts(this.#context, planLane, plan, slice),
        { lane },
        plan => plan.kept.forEach(({ id }) => id && seen.add(id)),
      );
    }
  }

  async complete(checkpoint: string): Promise<void> {
    let objects = 0;
    for (const type of Object.keys(factTable) as FactType[]) {
      await this.#deleteUnseen(type);
      objects += this.#seenOf(type).size;
    }
    await this.#overrides.firstRead(this.#lane.name, () => this.#rederive());
    await this.#runner.commitLane(this.#lane, {
      checkpoint,
      objects,
      sweptAt: this.#context.now(),
    });
  }

  async #deleteUnseen(type: FactType): Promise<void> {
    const seen = this.#seenOf(type);
    for (let afterId = 0; ; ) {
      const ids = await this.#context.reader.idsOfLane(type, this.#lane.id, {
        afterId,
        limit: IDS_PER_PAGE,
      });
      await this.#runner.run(
        'delete',
        ids.filter(id => !seen.has(id)),
        (plan, slice) => planDeletes(this.#context, plan, type, slice),
        { lane: this.#lane },
      );
      if (ids.length < IDS_PER_PAGE) {
        return;
      }
      await setImmediate();
      afterId = ids[ids.length - 1];
    }
  }

  /** Derives again what was stored before override policies were read; what comes later sees them. */
  async #rederive(): Promise<void> {
    const { reader } = this.#context;
    const upToId = await reader.lastPlacement();
    for (let afterId = 0; afterId < upToId; ) {
      const page = { afterId, upToId, limit: IDS_PER_PAGE };
      const ids = await reader.placementIds(page);
      await this.#runner.run('rederive', ids, (plan, slice) =>
        planRederive(this.#context, plan, slice, { quiet: true }),
      );
      afterId = ids.at(-1) ?? upToId;
    }
  }

  #seenOf(type: FactType): Set<number> {
    const found = this.#seen.get(type) ?? new Set();
    this.#seen.set(type, found);
    return found;
  }
}
