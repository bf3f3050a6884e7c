import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { ApprovalListRequest } from '../../service/ApprovalService';
import { ApprovalCondition } from './ApprovalCondition';
import { narrowToApprovals } from './narrowToApprovals';

/** Requests of a list as `r`, without order and columns; all conditions are the database's. */
export function approvalQuery(
  knex: Knex,
  {
    only,
    entityRefs,
    environment,
    runId,
  }: ApprovalListRequest & { only: ApprovalCondition },
): Knex.QueryBuilder {
  const query = knex('approval_request as r');
  narrowToApprovals(knex, query, only);
  if (entityRefs) {
    const refs = entityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
    query.whereExists(
      knex('approval_entity as n')
        .select(knex.raw('1'))
        .whereRaw('n.request_id = r.id')
        .where(inList(knex, 'n.entity_ref', refs, 'text')),
    );
  }
  if (environment !== undefined) {
    query.where('r.environment', environment);
  }
  if (runId !== undefined) {
    query.whereExists(
      knex('inventory_run as x')
        .join('inventory_source as xs', 'xs.id', 'x.source_id')
        .select(knex.raw('1'))
        .where('x.hash', runId)
        .whereRaw('xs.name = r.source and x.key = r.run_key'),
    );
  }
  return query;
}
