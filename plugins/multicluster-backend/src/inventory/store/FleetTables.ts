import { FleetFact } from '@fairway/backstage-plugin-multicluster-node';
import { OverrideLanes } from '../derive/OverrideLanes';
import { PlanContext, PlanLane } from '../plan/PlanContext';
import { planDeletes } from '../plan/planDeletes';
import { planFacts } from '../plan/planFacts';
import { planRederive } from '../plan/planRederive';
import { FacetTables } from './FacetTables';
import { FactType, factTable } from './factTable';
import { SliceRunner } from './SliceRunner';
import { WritePlan } from './WritePlan';

const IDS_PER_PAGE = 2000;

/** Clusters, templates, policies and placements. */
export class FleetTables implements FacetTables<FleetFact, WritePlan> {
  readonly sweptTypes = Object.keys(factTable) as FactType[];
  readonly #context: PlanContext;
  readonly #overrides: OverrideLanes;
  readonly #runner: SliceRunner<WritePlan>;

  constructor(options: {
    context: PlanContext;
    overrides: OverrideLanes;
    runner: SliceRunner<WritePlan>;
  }) {
    this.#context = options.context;
    this.#overrides = options.overrides;
    this.#runner = options.runner;
  }

  async planFacts(lane: PlanLane, plan: WritePlan, facts: FleetFact[]) {
    await planFacts(this.#context, lane, plan, facts);
  }

  async planDeletes(plan: WritePlan, type: FactType, ids: number[]) {
    await planDeletes(this.#context, plan, type, ids);
  }

  async idsOf(type: FactType, keys: string[]): Promise<number[]> {
    const rows = await this.#context.reader.stored(type, keys);
    return [...rows.values()].map(({ id }) => id);
  }

  async idsOfLane(
    type: FactType,
    laneId: number,
    page: { afterId: number; limit: number },
  ): Promise<number[]> {
    return this.#context.reader.idsOfLane(type, laneId, page);
  }

  async unswept(): Promise<number> {
    return 0;
  }

  async sweeping(lane: string): Promise<Partial<PlanLane>> {
    return { rederivesAtEnd: await this.#overrides.isFirstRead(lane) };
  }

  async swept(lane: string): Promise<void> {
    await this.#overrides.firstRead(lane, () => this.#rederive());
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
}
