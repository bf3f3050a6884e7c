import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { parseJson } from '../../util/parseJson';

/** Who owns the confirmed entities of requests, by the id of the request; refs in lower case. */
export async function selectOwners(
  knex: Knex,
  ids: string[],
): Promise<(id: string) => string[]> {
  const rows: Array<{ request_id: string; claim: string }> = await knex(
    'approval_entity as e',
  )
    .join('entity_claim as c', 'c.entity_ref', 'e.entity_ref')
    .where(inList(knex, 'e.request_id', ids, 'text'))
    .where('e.confirmed', true)
    .select('e.request_id', 'c.claim');
  const owners = new Map<string, Set<string>>();
  for (const { request_id, claim } of rows) {
    const of = owners.get(request_id) ?? new Set();
    ownersIn(claim).forEach(owner => of.add(owner));
    owners.set(request_id, of);
  }
  return id => [...(owners.get(id) ?? [])].sort();
}

function ownersIn(claim: string): string[] {
  const { ownerRef, coOwnerRefs = [] } = parseJson<{
    ownerRef?: string;
    coOwnerRefs?: string[];
  }>(claim, {});
  return [...(ownerRef ? [ownerRef] : []), ...coOwnerRefs].map(ref =>
    ref.toLocaleLowerCase('en-US'),
  );
}
