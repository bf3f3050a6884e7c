import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterRow } from '../store/rows';
import { Write, WritePlan } from '../store/WritePlan';
import { changedFacts } from './changedFacts';
import { PlanContext, PlanLane } from './PlanContext';

/** Plans what facts about clusters write. Their targets are not touched: freshness is joined when read. */
export async function planClusters(
  context: PlanContext,
  lane: PlanLane,
  plan: WritePlan,
  facts: ClusterFact[],
): Promise<void> {
  const changed = await changedFacts(context, lane, plan, facts);
  const rows = await context.reader.clusters(
    changed.flatMap(({ stored }) => (stored ? [stored.id] : [])),
  );
  const now = context.now();
  for (const { fact, json, hash, stored } of changed) {
    const row = stored && rows.get(stored.id);
    const write: Write<ClusterRow> = {
      id: row?.id,
      name: fact.name,
      present: true,
      cluster_uid: fact.clusterUid ?? null,
      state: fact.state,
      state_since:
        row?.state === fact.state ? row.state_since : sinceOf(fact, now),
      region: fact.region ?? null,
      fact: json,
      fact_hash: hash,
      lane_id: lane.id,
    };
    plan.clusters.push(write);
    plan.kept.push(write);
    if (row?.state !== fact.state && !lane.initial) {
      plan.transitions.push({
        subjectType: 'cluster',
        owner: write,
        subject: fact.name,
        field: 'state',
        from: row?.state,
        to: fact.state,
        at: now,
        cause: fact.reason,
      });
    }
  }
}

// The clock of the source may be ahead of ours; a state cannot begin in the future.
function sinceOf(fact: ClusterFact, now: number): number {
  const since = fact.since ? Date.parse(fact.since) : NaN;
  return Number.isNaN(since) ? now : Math.min(since, now);
}
