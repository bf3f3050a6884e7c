import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { isUnread } from '../unplaced/isUnread';
import { isLastKnown } from '../isLastKnown';
import { BeyondStates, matchingStates } from './matchingStates';
import { Sight } from './Sight';

/**
 * The condition that a placement `p`, or any of its targets, is in a state.
 *
 * @param targets - its targets `t`
 */
export function statusCondition(
  knex: Knex,
  targets: () => Knex.QueryBuilder,
  { untrusted, unread }: Sight,
): (where: Knex.QueryBuilder, value: FilterValue) => void {
  const beyond: Record<BeyondStates, (where: Knex.QueryBuilder) => void> = {
    unplaced: where => where.whereNull('p.id').whereNot(isUnread(knex, unread)),
    unread: where => where.whereNull('p.id').where(isUnread(knex, unread)),
    'last-known': where => where.where(isLastKnown(knex, untrusted)),
  };
  return (where, value) => {
    const states = matchingStates(value);
    // What names no state finds nothing, and finds everything when negated.
    where.whereRaw('1 = 0');
    for (const condition of states.conditions) {
      where.orWhere(beyond[condition]);
    }
    if (states.summaries.length > 0) {
      // A workload without a placement is in none of them; unknown would read as "no" when negated, too.
      where.orWhere(placed =>
        placed
          .whereNotNull('p.id')
          .where(inList(knex, 'p.state', states.summaries, 'text')),
      );
    }
    if (states.targets.length > 0) {
      where.orWhereExists(
        targets().where(inList(knex, 't.state', states.targets, 'text')),
      );
    }
  };
}
