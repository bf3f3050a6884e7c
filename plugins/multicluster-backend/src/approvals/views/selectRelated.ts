import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { ApprovalCondition } from './ApprovalCondition';
import { narrowToApprovals } from './narrowToApprovals';

type Related = ApprovalItem['related'];

/** Of each request the other open ones about the same change, as far as they may be seen. */
export async function selectRelated(
  knex: Knex,
  ids: string[],
  only: ApprovalCondition,
): Promise<(id: string) => Related> {
  const query = knex('approval_request as q')
    .join('approval_request as r', 'r.change_key', 'q.change_key')
    .where(inList(knex, 'q.id', ids, 'text'))
    .whereRaw('r.id <> q.id')
    .whereNull('r.closed_at');
  const rows: Array<Related[number] & { of: string }> = await narrowToApprovals(
    knex,
    query,
    only,
  )
    .orderBy(['r.kind', 'r.created_at', 'r.id'])
    .select('q.id as of', 'r.id', 'r.kind', 'r.title');
  return id =>
    rows
      .filter(row => row.of === id)
      .map(({ id: other, kind, title }) => ({ id: other, kind, title }));
}
