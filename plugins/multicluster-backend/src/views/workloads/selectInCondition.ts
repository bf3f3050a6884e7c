import { WorkloadCondition } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { UnplacedBook } from '../unplaced/UnplacedBook';
import { Untrusted } from '../untrustedOf';
import { selectLastKnown } from './selectLastKnown';
import { selectPlacedWorkloads } from './selectPlacedWorkloads';

/** What finds workloads that no state holds. */
export interface ConditionIndexes {
  untrusted: Untrusted;
  unplaced: UnplacedBook;
  /** More than this are many. */
  most: number;
}

/**
 * Ids that every workload in a condition is among, when an index knows that they are few; undefined when they may be many.
 * In a fleet that is mostly well, trouble is a handful of 100,000, and is found without reading the others.
 */
export async function selectInCondition(
  knex: Knex,
  condition: WorkloadCondition,
  options: ConditionIndexes,
): Promise<number[] | undefined> {
  const { untrusted, most } = options;
  switch (condition) {
    case 'unplaced':
    case 'unread':
      return options.unplaced.read();
    case 'last-known':
      return selectLastKnown(knex, untrusted, most);
    case 'converged':
      // What most are in: to find that there are too many would cost something, and give nothing.
      return undefined;
    default: {
      const ids: number[] = await knex('inventory_placement')
        .where({ dependency: false, state: condition })
        .limit(most + 1)
        .pluck('id');
      return ids.length > most ? undefined : selectPlacedWorkloads(knex, ids);
    }
  }
}
