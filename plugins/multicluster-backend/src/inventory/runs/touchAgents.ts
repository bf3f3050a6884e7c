import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';

/** Plans what follows from agents that changed: their active runs are derived again, and their pipelines show them. */
export async function touchAgents(
  { reader }: RunsContext,
  plan: RunsPlan,
  agentKeys: string[],
  options: { quiet: boolean },
): Promise<void> {
  plan.rederive(await reader.activeIdsOfAgents(agentKeys), options);
  for (const id of await reader.pipelineIdsOfAgents(agentKeys)) {
    plan.touchedPipelines.add(id);
  }
}
