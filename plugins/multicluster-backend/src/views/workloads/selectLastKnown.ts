import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { Untrusted } from '../untrustedOf';
import { selectPlacedWorkloads } from './selectPlacedWorkloads';

/**
 * Ids of the workloads with a target that is only last known; undefined when there are more than `most`. Through a lane that
 * fails come the placements of a whole source: those are many.
 */
export async function selectLastKnown(
  knex: Knex,
  { clusterIds, laneIds }: Untrusted,
  most: number,
): Promise<number[] | undefined> {
  if (laneIds.length > 0) {
    return undefined;
  }
  const placements: number[] = await knex('inventory_target')
    .where(inList(knex, 'cluster_id', clusterIds, 'integer'))
    .limit(most + 1)
    .pluck('placement_id');
  return placements.length > most
    ? undefined
    : selectPlacedWorkloads(knex, placements);
}
