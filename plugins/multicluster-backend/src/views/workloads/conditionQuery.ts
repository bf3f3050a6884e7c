import { WorkloadCondition } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isUnread } from '../unplaced/withoutPlacement';
import { isLastKnown } from '../untrusted';
import { Sight } from './Sight';

const WELL = ['progressing', 'converged'];

/**
 * Restricts a list of workloads to those in one condition: in SQL what workloadCondition of the model says of a row. Every
 * workload is in exactly one.
 */
export function narrowToCondition(
  knex: Knex,
  query: Knex.QueryBuilder,
  condition: WorkloadCondition,
  { untrusted, unread }: Sight,
): void {
  const lost = untrusted.clusterIds.length + untrusted.laneIds.length > 0;
  switch (condition) {
    case 'unplaced':
      query.whereNull('p.id').whereNot(isUnread(knex, unread));
      break;
    case 'unread':
      query.whereNull('p.id').where(isUnread(knex, unread));
      break;
    case 'last-known':
      query.whereIn('p.state', WELL).where(isLastKnown(knex, untrusted));
      break;
    default:
      query.where('p.state', condition);
      if (lost && WELL.includes(condition)) {
        query.whereNot(isLastKnown(knex, untrusted));
      }
  }
}

/** Conditions that anything can be in: where nothing is lost, nothing is only last known. */
export function isPossible(
  condition: WorkloadCondition,
  { untrusted, unread }: Sight,
): boolean {
  switch (condition) {
    case 'unread':
      return unread.length > 0;
    case 'last-known':
      return untrusted.clusterIds.length + untrusted.laneIds.length > 0;
    default:
      return true;
  }
}
