import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import {
  APPROVALS_VIEW,
  approvalView,
  entityView,
  LANES_VIEW,
  runView,
} from './viewNames';

/** Names of the views that show any of these requests: lists, the request, its entities and its run, which name it. */
export async function viewsOfApprovals(
  knex: Knex,
  ids: string[],
): Promise<string[]> {
  const [entities, requests] = await Promise.all([
    knex('approval_entity')
      .where(inList(knex, 'request_id', ids, 'text'))
      .distinct()
      .pluck('entity_ref'),
    knex('approval_request as r')
      .leftJoin('inventory_source as s', 's.name', 'r.source')
      .leftJoin('inventory_run as x', on =>
        on.on('x.source_id', 's.id').andOn('x.key', 'r.run_key'),
      )
      .where(inList(knex, 'r.id', ids, 'text'))
      .select('r.kind', 'x.hash'),
  ]);
  return [
    APPROVALS_VIEW,
    ...ids.map(approvalView),
    ...entities.map(entityView),
    ...requests.flatMap(row => (row.hash ? [runView(row.hash)] : [])),
    ...(requests.some(row => row.kind === 'lane') ? [LANES_VIEW] : []),
  ];
}
