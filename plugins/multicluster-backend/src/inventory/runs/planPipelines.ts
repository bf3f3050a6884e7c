import { PipelineFact } from '@fairway/backstage-plugin-multicluster-node';
import { changedFacts } from '../plan/changedFacts';
import { PlanLane } from '../plan/PlanContext';
import { identityHash } from './identityHash';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';

/** Plans what facts about pipelines write. Their active runs are derived again. */
export async function planPipelines(
  context: RunsContext,
  lane: PlanLane,
  plan: RunsPlan,
  facts: PipelineFact[],
): Promise<void> {
  const changed = await changedFacts(context, lane, plan, facts);
  for (const { fact, json, hash, stored } of changed) {
    const write = {
      id: stored?.id,
      hash: identityHash(context.source, 'pipeline', fact.key),
      key: fact.key,
      name: fact.name,
      agent_key: fact.agentKey ?? null,
      present: !fact.deleted,
      fact: json,
      fact_hash: hash,
      lane_id: lane.id,
    };
    plan.pipelines.push(write);
    plan.kept.push(write);
  }
  const ids = changed.flatMap(({ stored }) => (stored ? [stored.id] : []));
  const active = await context.reader.activeOf(ids);
  plan.rederive(
    active.map(({ id }) => id),
    { quiet: lane.initial },
  );
}
