import {
  AgentFact,
  GateFact,
  PipelineFact,
  RunFact,
  RunsFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PlanLane } from '../plan/PlanContext';
import { FacetTables } from '../store/FacetTables';
import { planAgents } from './planAgents';
import { planGateFacts } from './planGateFacts';
import { planPipelines } from './planPipelines';
import { planRuns } from './planRuns';
import { planRunsDeletes } from './planRunsDeletes';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';
import { RunsFactType } from './runTable';

/** Agents, pipelines, runs and gates. */
export class RunsTables implements FacetTables<RunsFact, RunsPlan> {
  /** Runs are not among them: a list shows a window of them, and a tool that forgets its runs does not take history away. */
  readonly sweptTypes = ['gate', 'pipeline', 'agent'] as const;
  readonly #context: RunsContext;

  constructor(context: RunsContext) {
    this.#context = context;
  }

  async planFacts(
    lane: PlanLane,
    plan: RunsPlan,
    facts: RunsFact[],
  ): Promise<void> {
    const context = this.#context;
    switch (facts[0]?.type) {
      case 'agent':
        return planAgents(context, lane, plan, facts as AgentFact[]);
      case 'pipeline':
        return planPipelines(context, lane, plan, facts as PipelineFact[]);
      case 'run':
        return planRuns(context, lane, plan, facts as RunFact[]);
      case 'gate':
        return planGateFacts(context, lane, plan, facts as GateFact[]);
      default:
        return undefined;
    }
  }

  async planDeletes(
    plan: RunsPlan,
    type: RunsFactType,
    ids: number[],
  ): Promise<void> {
    await planRunsDeletes(this.#context, plan, type, ids);
  }

  async idsOf(type: RunsFactType, keys: string[]): Promise<number[]> {
    const rows = await this.#context.reader.stored(type, keys);
    return [...rows.values()].map(({ id }) => id);
  }

  async idsOfLane(
    type: RunsFactType,
    laneId: number,
    page: { afterId: number; limit: number },
  ): Promise<number[]> {
    return this.#context.reader.idsOfLane(type, laneId, page);
  }

  async unswept(laneId: number): Promise<number> {
    return this.#context.reader.runsOfLane(laneId);
  }
}
