import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { matchingStates } from './matchingStates';

/**
 * The condition that a placement `p`, or any of its targets, is in a state.
 *
 * @param targets - its targets `t`
 */
export function statusCondition(
  knex: Knex,
  targets: () => Knex.QueryBuilder,
): (where: Knex.QueryBuilder, value: FilterValue) => void {
  return (where, value) => {
    const states = matchingStates(value);
    // What names no state finds nothing, and finds everything when negated.
    where.whereRaw('1 = 0');
    if (states.unplaced) {
      where.orWhereNull('p.id');
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
