import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { parseJson } from '../../util/parseJson';

/** Who owns entities, by ref of the entity; refs in lower case, sorted. Thousands of requests are of a few of them. */
export async function selectClaimedOwners(
  knex: Knex,
  entityRefs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string[]>> {
  if (entityRefs.size === 0) {
    return new Map();
  }
  const rows: Array<{ entity_ref: string; claim: string }> = await knex(
    'entity_claim',
  )
    .where(inList(knex, 'entity_ref', entityRefs, 'text'))
    .select('entity_ref', 'claim');
  return new Map(rows.map(row => [row.entity_ref, ownersIn(row.claim)]));
}

function ownersIn(claim: string): string[] {
  const { ownerRef, coOwnerRefs = [] } = parseJson<{
    ownerRef?: string;
    coOwnerRefs?: string[];
  }>(claim, {});
  return [...(ownerRef ? [ownerRef] : []), ...coOwnerRefs]
    .map(ref => ref.toLocaleLowerCase('en-US'))
    .sort();
}
