import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { chunks } from '../../util/chunks';
import { yieldToOthers } from '../../util/yieldToOthers';
import { matchingStates } from './matchingStates';
import { ConditionIndexes, selectInCondition } from './selectInCondition';
import { selectPlacedWorkloads } from './selectPlacedWorkloads';

/**
 * Ids of the workloads whose placement, or any of its targets, is in a state that any of the values names; undefined when
 * there are too many.
 */
export async function selectInStates(
  knex: Knex,
  values: FilterValue[],
  indexes: ConditionIndexes,
): Promise<number[] | undefined> {
  const { most } = indexes;
  const states = values.map(matchingStates);
  const beyond: number[] = [];
  for (const condition of new Set(states.flatMap(item => item.conditions))) {
    const found = await selectInCondition(knex, condition, indexes);
    if (!found) {
      return undefined;
    }
    beyond.push(...found);
  }
  const summaries = states.flatMap(item => item.summaries);
  const targets = states.flatMap(item => item.targets);
  const ids: number[] = await knex('inventory_placement')
    .where('dependency', false)
    .where(inList(knex, 'state', summaries, 'text'))
    .limit(most + 1)
    .pluck('workload_id');
  const placements =
    ids.length <= most && targets.length > 0
      ? await selectPlacements(knex, targets, most)
      : [];
  if (!placements || ids.length + placements.length > most) {
    return undefined;
  }
  const placed = await selectPlacedWorkloads(knex, placements);
  return [...new Set([...beyond, ...ids, ...placed])];
}

/** Placements with a target in a state, from an index alone; undefined when there may be more than `most`. */
async function selectPlacements(
  knex: Knex,
  states: string[],
  most: number,
): Promise<number[] | undefined> {
  const clusters: number[] = await knex('inventory_cluster').pluck('id');
  const found = new Set<number>();
  for (const part of chunks(clusters, isSqlite(knex) ? 5 : 500)) {
    const ids: number[] = await knex('inventory_target')
      .where(inList(knex, 'cluster_id', part, 'integer'))
      .where(inList(knex, 'state', states, 'text'))
      .limit(most + 1)
      .pluck('placement_id');
    ids.forEach(id => found.add(id));
    // Counted as they were read: a placement with targets on two of these clusters is there twice, and another one may
    // have been cut off for it.
    if (ids.length > most || found.size > most) {
      return undefined;
    }
    await yieldToOthers();
  }
  return [...found];
}
