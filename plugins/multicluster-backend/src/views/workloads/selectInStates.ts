import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { chunks } from '../../util/chunks';
import { yieldToOthers } from '../../util/yieldToOthers';
import { matchingStates } from './matchingStates';
import { ConditionIndexes, selectInCondition } from './selectInCondition';

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
  const ids = new Set(
    await knex('inventory_placement')
      .where('dependency', false)
      .where(inList(knex, 'state', summaries, 'text'))
      .limit(most + 1)
      .pluck('workload_id'),
  );
  const placements =
    ids.size <= most && targets.length > 0
      ? await selectPlacements(knex, targets, most)
      : [];
  if (ids.size + placements.length > most) {
    return undefined;
  }
  const placed: number[] = await knex('inventory_placement')
    .where(inList(knex, 'id', placements, 'integer'))
    .pluck('workload_id');
  return [...new Set([...beyond, ...ids, ...placed])];
}

/** Placements with a target in a state, from an index alone; some more than `most` when there are too many. */
async function selectPlacements(
  knex: Knex,
  states: string[],
  most: number,
): Promise<number[]> {
  const clusters: number[] = await knex('inventory_cluster').pluck('id');
  const found = new Set<number>();
  for (const part of chunks(clusters, isSqlite(knex) ? 5 : 500)) {
    const ids: number[] = await knex('inventory_target')
      .where(inList(knex, 'cluster_id', part, 'integer'))
      .where(inList(knex, 'state', states, 'text'))
      .limit(most + 1)
      .pluck('placement_id');
    ids.forEach(id => found.add(id));
    if (found.size > most) {
      break;
    }
    await yieldToOthers();
  }
  return [...found];
}
