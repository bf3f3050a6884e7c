import { ApprovalKind } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { selectOwners } from '../../approvals/views/selectOwners';
import { inList } from '../../inventory/sql/inList';
import { ApprovalResource } from './ApprovalResource';

/** Requests by their ids, in the order asked for; undefined: there is none. */
export async function selectApprovalResources(
  knex: Knex,
  ids: string[],
): Promise<Array<ApprovalResource | undefined>> {
  const [requests, ownersOf] = await Promise.all([
    knex('approval_request')
      .where(inList(knex, 'id', ids, 'text'))
      .select('id', 'kind', 'source', 'environment'),
    selectOwners(knex, ids),
  ]);
  const found = new Map<string, ApprovalResource>(
    requests.map(row => [
      row.id,
      {
        id: row.id,
        kind: row.kind as ApprovalKind,
        source: row.source,
        ...(row.environment && { environment: row.environment }),
        owners: ownersOf(row.id),
      },
    ]),
  );
  return ids.map(id => found.get(id));
}
