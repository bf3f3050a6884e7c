import { WritePlan } from '../store/WritePlan';
import { PlanContext } from './PlanContext';

/** Plans the deletion of clusters. One that targets still sit on stays as a stub whose state nobody can read. */
export async function planClusterDeletes(
  context: PlanContext,
  plan: WritePlan,
  ids: number[],
): Promise<void> {
  const rows = await context.reader.clusters(ids);
  const inUse = await context.reader.clustersInUse([...rows.keys()]);
  const now = context.now();
  for (const row of rows.values()) {
    if (!row.present) {
      continue;
    }
    plan.objects -= 1;
    if (!inUse.has(row.id)) {
      plan.deletes.cluster.push(row.id);
      continue;
    }
    plan.clusters.push({
      ...row,
      present: false,
      cluster_uid: null,
      state: 'unavailable',
      state_since: now,
      fact: null,
      fact_hash: null,
      lane_id: null,
    });
    plan.transitions.push({
      subjectType: 'cluster',
      owner: row,
      subject: row.name,
      field: 'state',
      from: row.state,
      to: 'unavailable',
      at: now,
    });
  }
}
