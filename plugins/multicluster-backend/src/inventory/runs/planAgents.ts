import { AgentFact } from '@fairway/backstage-plugin-multicluster-node';
import { changedFacts } from '../plan/changedFacts';
import { PlanLane } from '../plan/PlanContext';
import { touchAgents } from './touchAgents';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';

/** Plans what facts about agents write. Of their runs, only those that are active are derived again. */
export async function planAgents(
  context: RunsContext,
  lane: PlanLane,
  plan: RunsPlan,
  facts: AgentFact[],
): Promise<void> {
  const changed = await changedFacts(context, lane, plan, facts);
  const stored = await context.reader.agents(
    'key',
    changed.map(({ fact }) => fact.key),
  );
  const rows = new Map(stored.map(row => [row.key, row]));
  const now = context.now();
  for (const { fact, json, hash } of changed) {
    const row = rows.get(fact.key);
    const write = {
      id: row?.id,
      key: fact.key,
      name: fact.name,
      state: fact.state,
      state_since: row?.state === fact.state ? row.state_since : now,
      fact: json,
      fact_hash: hash,
      lane_id: lane.id,
    };
    plan.agents.push(write);
    plan.kept.push(write);
    if (row?.state !== fact.state && !lane.initial) {
      plan.transitions.push({
        subjectType: 'agent',
        owner: write,
        subject: fact.name,
        field: 'state',
        from: row?.state,
        to: fact.state,
        at: now,
      });
    }
  }
  await touchAgents(
    context,
    plan,
    changed.map(({ fact }) => fact.key),
    { quiet: lane.initial },
  );
}
