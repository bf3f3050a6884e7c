import { PlacementFact } from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadBook } from '../store/WorkloadBook';
import { WritePlan } from '../store/WritePlan';
import { changedFacts } from './changedFacts';
import { PlanContext, PlanLane } from './PlanContext';

/** Plans what facts about placements write, and what they come to. */
export async function planPlacements(
  context: PlanContext,
  lane: PlanLane,
  plan: WritePlan,
  facts: PlacementFact[],
): Promise<void> {
  const { reader, deriver, source } = context;
  const changed = await changedFacts(context, lane, plan, facts);
  if (changed.length === 0) {
    return;
  }
  const rows = await reader.placements(
    changed.flatMap(({ stored }) => (stored ? [stored.id] : [])),
  );
  const keys = new Set(changed.map(({ fact }) => fact.workloadKey));
  const workloads = await reader.workloadsByKey([...keys]);
  const book = new WorkloadBook(source).addRows(workloads.values());
  const items = changed.map(({ fact, json, hash, stored }) => {
    const workload = book.of(fact);
    return {
      fact,
      json,
      hash,
      laneId: lane.id,
      workload: workload.ref,
      workloadFact: workload.fact,
      row: stored && rows.get(stored.id),
    };
  });
  const before = plan.placements.length;
  await deriver.derive(plan, items, { quiet: lane.initial });
  // A changed fact is always written, so that these are the rows of all of them.
  plan.kept.push(...plan.placements.slice(before));
}
