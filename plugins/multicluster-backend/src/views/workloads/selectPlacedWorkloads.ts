import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** Ids of the workloads of some placements, each once. */
export async function selectPlacedWorkloads(
  knex: Knex,
  placementIds: number[],
): Promise<number[]> {
  return knex('inventory_placement')
    .where(inList(knex, 'id', placementIds, 'integer'))
    .distinct()
    .pluck('workload_id');
}
