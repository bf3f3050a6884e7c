import { WorkloadCondition } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { UnplacedBook } from '../unplaced/UnplacedBook';
import { Untrusted } from '../untrusted';

/**
 * Ids that every workload in a condition is among, when an index knows that they are few; undefined when they may be many.
 * In a fleet that is mostly well, trouble is a handful of 100,000, and is found without reading the others.
 */
export async function selectInCondition(
  knex: Knex,
  condition: WorkloadCondition,
  options: { untrusted: Untrusted; unplaced: UnplacedBook; most: number },
): Promise<number[] | undefined> {
  const { untrusted, most } = options;
  switch (condition) {
    case 'unplaced':
    case 'unread':
      return options.unplaced.read();
    case 'last-known': {
      const ids = await selectOnClusters(knex, untrusted, most);
      return ids && selectWorkloads(knex, ids);
    }
    case 'converged':
      // What most are in: to find that there are too many would cost something, and give nothing.
      return undefined;
    default: {
      const ids: number[] = await knex('inventory_placement')
        .where({ dependency: false, state: condition })
        .limit(most + 1)
        .pluck('id');
      return ids.length > most ? undefined : selectWorkloads(knex, ids);
    }
  }
}

/** Through a lane that fails come the placements of a whole source: those are many. */
async function selectOnClusters(
  knex: Knex,
  { clusterIds, laneIds }: Untrusted,
  most: number,
): Promise<number[] | undefined> {
  if (laneIds.length > 0) {
    return undefined;
  }
  const ids: number[] = await knex('inventory_target')
    .where(inList(knex, 'cluster_id', clusterIds, 'integer'))
    .limit(most + 1)
    .pluck('placement_id');
  return ids.length > most ? undefined : ids;
}

async function selectWorkloads(
  knex: Knex,
  placementIds: number[],
): Promise<number[]> {
  return knex('inventory_placement')
    .where(inList(knex, 'id', placementIds, 'integer'))
    .distinct()
    .pluck('workload_id');
}
