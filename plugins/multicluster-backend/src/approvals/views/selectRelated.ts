import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalCondition } from './ApprovalCondition';
import { narrowToApprovals } from './narrowToApprovals';

type Related = ApprovalItem['related'];
type Matter = Pick<RequestRecord, 'id' | 'changeKey'>;

/**
 * Of each request the other open ones about the same change, as far as they may be seen. Found by the keys of their changes: joined
 * with each other, everything that is open would be read for each of them.
 */
export async function selectRelated(
  knex: Knex,
  requests: readonly Matter[],
  only: ApprovalCondition,
): Promise<(request: Matter) => Related> {
  const keys = new Set(requests.flatMap(({ changeKey }) => changeKey ?? []));
  if (keys.size === 0) {
    return () => [];
  }
  const query = knex('approval_request as r')
    .where(inList(knex, 'r.change_key', keys, 'text'))
    .whereNull('r.closed_at');
  const rows: Array<Related[number] & { change_key: string }> =
    await narrowToApprovals(knex, query, only)
      .orderBy(['r.kind', 'r.created_at', 'r.id'])
      .select('r.change_key', 'r.id', 'r.kind', 'r.title');
  return ({ id, changeKey }) =>
    rows
      .filter(row => row.change_key === changeKey && row.id !== id)
      .map(row => ({ id: row.id, kind: row.kind, title: row.title }));
}
