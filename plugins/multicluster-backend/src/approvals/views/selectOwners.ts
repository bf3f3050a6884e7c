import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { selectClaimedOwners } from './selectClaimedOwners';

/** Who owns the confirmed entities of requests, by the id of the request; refs in lower case, sorted. */
export async function selectOwners(
  knex: Knex,
  ids: string[],
): Promise<(id: string) => string[]> {
  const rows: Array<{ request_id: string; entity_ref: string }> = await knex(
    'approval_entity',
  )
    .where(inList(knex, 'request_id', ids, 'text'))
    .where('confirmed', true)
    .select('request_id', 'entity_ref');
  const owners = await selectClaimedOwners(
    knex,
    new Set(rows.map(row => row.entity_ref)),
  );
  const byRequest = new Map<string, string[]>();
  for (const { request_id, entity_ref } of rows) {
    const known = byRequest.get(request_id);
    const own = owners.get(entity_ref) ?? [];
    byRequest.set(
      request_id,
      known ? [...new Set([...known, ...own])].sort() : own,
    );
  }
  return id => byRequest.get(id) ?? [];
}
