import { PlacementState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { yieldToOthers } from '../../util/yieldToOthers';
import { ClusterRecord } from './ClusterRecord';

/** How many targets of each cluster are in which state, by cluster. */
export type TargetCounts = ReadonlyMap<number, ClusterRecord['targets']>;

/**
 * Reads {@link TargetCounts} from an index alone, and in parts: there can be a million targets, and the embedded database
 * counts on the thread that serves everyone.
 */
export async function selectTargetCounts(knex: Knex): Promise<TargetCounts> {
  const part = isSqlite(knex) ? 10_000 : 2_000_000;
  const counts = new Map<number, ClusterRecord['targets']>();
  let after: [number, number] | undefined = [-1, -1];
  while (after) {
    const from: [number, number] = after;
    const last = await knex('inventory_target')
      .whereRaw('(cluster_id, placement_id) > (?, ?)', from)
      .orderBy(['cluster_id', 'placement_id'])
      .offset(part - 1)
      .first('cluster_id', 'placement_id');
    after = last && [last.cluster_id, last.placement_id];
    for (const row of await countPart(knex, from, after)) {
      const states = counts.get(row.cluster_id) ?? {};
      states[row.state] = (states[row.state] ?? 0) + Number(row.count);
      counts.set(row.cluster_id, states);
    }
    await yieldToOthers();
  }
  return counts;
}

async function countPart(
  knex: Knex,
  after: [number, number],
  upTo: [number, number] | undefined,
): Promise<
  Array<{ cluster_id: number; state: PlacementState; count: number | string }>
> {
  const query: Knex.QueryBuilder = knex('inventory_target')
    .whereRaw('(cluster_id, placement_id) > (?, ?)', after)
    .groupBy('cluster_id', 'state')
    .select('cluster_id', 'state')
    .count({ count: '*' });
  if (upTo) {
    query.whereRaw('(cluster_id, placement_id) <= (?, ?)', upTo);
  }
  return query;
}
