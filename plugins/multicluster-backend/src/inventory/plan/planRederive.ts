import { DeriveItem } from '../derive/DeriveItem';
import { PlacementRow } from '../store/rows';
import { BookedWorkload } from '../store/WorkloadBook';
import { WritePlan } from '../store/WritePlan';
import { PlanContext } from './PlanContext';

/**
 * Plans what stored placements come to now that something around them changed.
 *
 * @param options - `workloads`: those that the same plan writes, by id; `quiet`: nothing that comes out is a change
 */
export async function planRederive(
  context: PlanContext,
  plan: WritePlan,
  placementIds: number[],
  options: { quiet: boolean; workloads?: Map<number, BookedWorkload> },
): Promise<void> {
  const rows = [...(await context.reader.placements(placementIds)).values()];
  const missing = new Set(
    rows.map(row => row.workload_id).filter(id => !options.workloads?.has(id)),
  );
  const stored = await context.reader.workloads([...missing]);
  const items = rows.flatMap(row => {
    const booked = options.workloads?.get(row.workload_id);
    const workload = stored.get(row.workload_id);
    if (booked) {
      return [toItem(row, booked)];
    }
    if (!workload) {
      // Else it would be due again at once, for ever.
      plan.rechecks.push({ id: row.id, recheck_at: null });
      return [];
    }
    const fact = workload.fact ? JSON.parse(workload.fact) : undefined;
    return [toItem(row, { ref: workload, fact })];
  });
  await context.deriver.derive(plan, items, { quiet: options.quiet });
}

function toItem(row: PlacementRow, workload: BookedWorkload): DeriveItem {
  return {
    fact: JSON.parse(row.fact),
    json: row.fact,
    hash: row.fact_hash,
    laneId: row.lane_id,
    workload: workload.ref,
    workloadFact: workload.fact,
    row,
  };
}
