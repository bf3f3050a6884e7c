import {
  Coverage,
  CoverageProblem,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { oldestOf } from '../coverageOf';
import { FleetHealth } from '../health/SourceHealth';
import { AgentRecord } from '../pipelines/PipelineRecord';
import { toIso } from '../toIso';
import { ListCounts } from './LaneCounter';

/** An agent that an answer depends on, and the source that knows it. */
export interface CoveredAgent {
  source: string;
  agent: AgentRecord;
}

/**
 * How many of the runs or pipelines that an answer is about were really read. `total` is null while a delivery tool was
 * never read to the end: it may hold some that nobody knows of.
 *
 * @param health - of the delivery tools
 * @param agents - those that execute what is shown
 */
export function coverageOfRuns(
  { total, stale }: ListCounts,
  health: FleetHealth,
  agents: Iterable<CoveredAgent> = [],
): Coverage {
  const lanes = [...health.lanes.values()].filter(lane => lane.state !== 'off');
  const offline = new Map<string, CoverageProblem>();
  for (const { source, agent } of agents) {
    if (agent.state === 'offline') {
      offline.set(`${source}/${agent.key}`, agentProblem(source, agent));
    }
  }
  return {
    seen: total,
    total: health.sources.every(source => source.everRead) ? total : null,
    stale,
    ...oldestOf(lanes),
    problems: [
      ...health.sources.flatMap(source => source.problems),
      ...offline.values(),
    ],
  };
}

function agentProblem(source: string, agent: AgentRecord): CoverageProblem {
  return {
    source,
    subject: agent.name,
    code: 'unreachable',
    sentence: sentence('pipeline.agentOffline', { agent: agent.name }),
    since: toIso(agent.stateSince),
  };
}
