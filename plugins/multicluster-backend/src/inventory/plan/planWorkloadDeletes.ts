import { BookedWorkload } from '../store/WorkloadBook';
import { WritePlan } from '../store/WritePlan';
import { PlanContext } from './PlanContext';
import { planRederive } from './planRederive';

/** Plans the deletion of templates. One that was placed stays as a stub, and its placements are derived without it. */
export async function planWorkloadDeletes(
  context: PlanContext,
  plan: WritePlan,
  ids: number[],
): Promise<void> {
  const rows = [...(await context.reader.workloads(ids)).values()].filter(
    row => row.present,
  );
  const placed = await context.reader.placementsOf(rows.map(({ id }) => id));
  const stubs = new Map<number, BookedWorkload>();
  for (const row of rows) {
    plan.objects -= 1;
    if (!placed.has(row.id)) {
      plan.deletes.workload.push(row.id);
      continue;
    }
    // The uid stays: generations that placements report still count within that incarnation.
    const stub = {
      ...row,
      present: false,
      generation: null,
      kubernetes_id: null,
      fact: null,
      fact_hash: null,
      lane_id: null,
    };
    plan.workloads.push(stub);
    plan.marks.push({ workload: stub, marks: {} });
    stubs.set(row.id, { ref: stub });
  }
  const placementIds = [...stubs.keys()].flatMap(id => placed.get(id) ?? []);
  await planRederive(context, plan, placementIds, {
    quiet: false,
    workloads: stubs,
  });
}
