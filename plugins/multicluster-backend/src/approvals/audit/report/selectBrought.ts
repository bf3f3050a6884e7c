import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { ReportedRequest } from './ReportedRequest';

type Brought = Pick<ReportedRequest, 'brought' | 'voters'>;

/**
 * What requests released that ended in another way: by clusters that were given content, and by whose approvals. A decision that
 * was taken back before it was sent released nothing. Those that
 * released nothing are left out.
 */
export async function selectBrought(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, Brought>> {
  if (ids.length === 0) {
    return new Map();
  }
  const [contents, seals, votes] = await Promise.all([
    knex('approval_content')
      .where(inList(knex, 'request_id', ids, 'text'))
      .orderBy('cluster')
      .distinct('request_id', 'cluster'),
    knex('approval_delivery')
      .where(inList(knex, 'request_id', ids, 'text'))
      .where('decision', 'approve')
      .whereNot('state', 'recalled')
      .groupBy('request_id')
      .select('request_id')
      .min('created_at as at'),
    // Of the generation that was sealed: going back begins another.
    knex('approval_vote as v')
      .join('approval_delivery as d', join =>
        join
          .on('d.request_id', 'v.request_id')
          .andOn('d.generation', 'v.generation'),
      )
      .where(inList(knex, 'v.request_id', ids, 'text'))
      .whereNot('d.state', 'recalled')
      .where({
        'd.decision': 'approve',
        'v.decision': 'approve',
        'v.status': 'counted',
      })
      .orderBy('v.ordinal')
      .select('v.request_id', 'v.voter'),
  ]);
  const sealedAt = new Map(
    seals.map(row => [String(row.request_id), Number(row.at)]),
  );
  const found = new Map<string, Brought>();
  for (const { request_id: id, cluster } of contents) {
    const at = sealedAt.get(id);
    if (at !== undefined) {
      const { brought, voters } = found.get(id) ?? { voters: [] };
      const clusters = [...(brought?.clusters ?? []), String(cluster)];
      found.set(id, { voters, brought: { clusters, sealedAt: at } });
    }
  }
  for (const { request_id: id, voter } of votes) {
    const { voters } = found.get(id) ?? { voters: [] };
    if (!voters.includes(voter)) {
      voters.push(voter);
    }
  }
  return found;
}
