import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { WritePlan } from '../store/WritePlan';
import { changedFacts } from './changedFacts';
import { PlanContext, PlanLane } from './PlanContext';

/** Plans what facts about policies write. A changed override makes the placements of its namespace be derived again. */
export async function planPolicies(
  context: PlanContext,
  lane: PlanLane,
  plan: WritePlan,
  facts: PolicyFact[],
): Promise<void> {
  const changed = await changedFacts(context, lane, plan, facts);
  const rows = await context.reader.policies(
    changed.flatMap(({ stored }) => (stored ? [stored.id] : [])),
  );
  for (const { fact, json, hash, stored } of changed) {
    const write = {
      id: stored?.id,
      key: fact.key,
      kind: fact.kind,
      namespace: fact.namespace,
      name: fact.name,
      policy_id: fact.policyId ?? null,
      role: fact.role,
      fact: json,
      fact_hash: hash,
      lane_id: lane.id,
    };
    plan.policies.push(write);
    plan.kept.push(write);
    const before = stored && rows.get(stored.id)?.role;
    const overrides = fact.role === 'override' || before === 'override';
    if (overrides && !lane.rederivesAtEnd) {
      plan.fanouts.set(fact.namespace, { quiet: lane.initial });
    }
  }
}
