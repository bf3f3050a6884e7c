import { GateFact } from '@fairway/backstage-plugin-multicluster-node';
import { changedFacts } from '../plan/changedFacts';
import { PlanLane } from '../plan/PlanContext';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';

/** Plans what facts about gates write. They are part of their run, which is derived again even when it is over. */
export async function planGateFacts(
  context: RunsContext,
  lane: PlanLane,
  plan: RunsPlan,
  facts: GateFact[],
): Promise<void> {
  const changed = await changedFacts(context, lane, plan, facts);
  for (const { fact, json, hash, stored } of changed) {
    const write = {
      id: stored?.id,
      key: fact.key,
      run_key: fact.runKey,
      fact: json,
      fact_hash: hash,
      lane_id: lane.id,
    };
    plan.gateFacts.push(write);
    plan.kept.push(write);
  }
  const { reader } = context;
  // A gate that was told of another run before is no longer one of that.
  const before = await reader.runKeysOfGates(
    changed.flatMap(({ stored }) => (stored ? [stored.id] : [])),
  );
  const keys = new Set([...before, ...changed.map(({ fact }) => fact.runKey)]);
  plan.rederive(await reader.runIds([...keys]), { quiet: lane.initial });
}
