import { WorkloadCondition } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isLastKnown } from '../isLastKnown';
import { isUnread } from '../unplaced/isUnread';
import { Sight } from './Sight';

const WELL = ['progressing', 'converged'];

// A plain comparison tells SQLite that there must be a placement. It then begins with the placements, and reads all that
// are in the state for every stretch of the list.
const STATE = `coalesce(p.state, '')`;

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
      query
        .whereRaw(`${STATE} in (?, ?)`, WELL)
        .where(isLastKnown(knex, untrusted));
      break;
    default:
      query.whereRaw(`${STATE} = ?`, [condition]);
      if (lost && WELL.includes(condition)) {
        query.whereNot(isLastKnown(knex, untrusted));
      }
  }
}
