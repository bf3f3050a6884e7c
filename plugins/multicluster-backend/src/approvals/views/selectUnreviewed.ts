import { Knex } from 'knex';
import { OpenRequest } from './OpenRequest';
import { ownersOfMatter } from './ownersOfMatter';
import { selectClaimedOwners } from './selectClaimedOwners';
import { selectOpenRequests } from './selectOpenRequests';

/** Of a portal in which more of them wait the newest are shown; those before are among what was decided. */
const MOST = 200;

/**
 * Requests that ended, were decided past the rules, and that nobody has looked at since.
 *
 * @param query - over `approval_request as r`, narrowed to what may be shown
 */
export async function selectUnreviewed(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<OpenRequest[]> {
  const ids: string[] = await query
    .whereNotNull('r.closed_at')
    .whereNotNull('r.break_glass')
    // A key of JSON: within a text its quotes would stand behind backslashes.
    .whereNot('r.break_glass', 'like', '%"reviewedBy":%')
    .orderBy([
      { column: 'r.closed_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .limit(MOST)
    .pluck('r.id');
  const matters = await selectOpenRequests(knex, ids, 'ended');
  const owners = await selectClaimedOwners(
    knex,
    new Set(matters.flatMap(({ entityRefs }) => entityRefs)),
  );
  return matters.map(matter => ({
    ...matter,
    owners: ownersOfMatter(matter, owners),
  }));
}
