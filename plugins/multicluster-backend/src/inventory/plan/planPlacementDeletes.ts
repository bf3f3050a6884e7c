import { WritePlan } from '../store/WritePlan';
import { PlanContext } from './PlanContext';

/** Plans the deletion of placements, and of the stubs that only they named. */
export async function planPlacementDeletes(
  context: PlanContext,
  plan: WritePlan,
  ids: number[],
): Promise<void> {
  const { reader } = context;
  const rows = [...(await reader.placements(ids)).values()];
  const workloadIds = [...new Set(rows.map(row => row.workload_id))];
  const workloads = await reader.workloads(workloadIds);
  const placed = await reader.placementsOf(workloadIds);
  const gone = new Set(rows.map(({ id }) => id));
  const now = context.now();
  for (const row of rows) {
    plan.objects -= 1;
    plan.deletes.placement.push(row.id);
    plan.transitions.push({
      subjectType: 'placement',
      owner: row,
      subject: 'summary',
      field: 'state',
      from: row.state,
      to: 'removed',
      at: now,
    });
  }
  for (const workload of workloads.values()) {
    const left = placed.get(workload.id)?.some(id => !gone.has(id));
    if (workload.present || left) {
      plan.touchedWorkloads.add(workload.id);
    } else {
      plan.deletes.workload.push(workload.id);
    }
  }
}
