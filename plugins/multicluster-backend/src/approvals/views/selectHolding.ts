import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { ApprovalCondition } from './ApprovalCondition';
import { narrowToApprovals } from './narrowToApprovals';

/** Those of some requests that a condition holds for. */
export async function selectHolding(
  knex: Knex,
  ids: string[],
  condition: ApprovalCondition,
): Promise<Set<string>> {
  const query = knex('approval_request as r').where(
    inList(knex, 'r.id', ids, 'text'),
  );
  const found: string[] = await narrowToApprovals(knex, query, condition).pluck(
    'r.id',
  );
  return new Set(found);
}
