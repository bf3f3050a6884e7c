import { Knex } from 'knex';
import { SlicePlan } from './SlicePlan';

/** What a commit says of the lane that the facts came from. */
export interface LaneUpdate {
  id: number;
  checkpoint?: string | null;
  sweptAt?: number;
  /** Exact count; without it the count moves by what the plan adds and deletes. */
  objects?: number;
}

/** Writes what a commit says of its lane. Gives back how many rows it keeps now, where that was written. */
export async function updateLane(
  trx: Knex.Transaction,
  plan: Pick<SlicePlan, 'objects'>,
  lane: LaneUpdate | undefined,
): Promise<number | undefined> {
  if (!lane) {
    return undefined;
  }
  const objects =
    lane.objects ??
    (plan.objects !== 0 ? trx.raw('objects + ?', [plan.objects]) : undefined);
  const changes = {
    ...(lane.checkpoint !== undefined && { checkpoint: lane.checkpoint }),
    ...(lane.sweptAt !== undefined && { swept_at: lane.sweptAt }),
    ...(objects !== undefined && { objects }),
  };
  if (Object.keys(changes).length === 0) {
    return undefined;
  }
  const [row] = await trx('inventory_lane')
    .where({ id: lane.id })
    .update(changes, ['objects']);
  return row && Number(row.objects);
}
