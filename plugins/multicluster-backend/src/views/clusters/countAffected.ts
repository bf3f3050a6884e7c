import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { yieldToOthers } from '../../util/yieldToOthers';
import { windowSizer } from '../paging/windowSizer';

/**
 * How many placements have a target on a cluster that is not ready, by region of the cluster; '' stands for no region. What
 * is only placed because another workload needs it is not counted.
 *
 * By parts, because losing one cluster can affect 100,000 placements and the embedded database counts on the thread that
 * serves everyone.
 */
export async function countAffected(
  knex: Knex,
): Promise<ReadonlyMap<string, number>> {
  const affected = new Map<string, number>();
  const sizer = windowSizer(isSqlite(knex));
  let after: number | undefined = -1;
  while (after !== undefined) {
    const begun = performance.now();
    const from: number = after;
    const last = await knex('inventory_placement')
      .where('id', '>', from)
      .orderBy('id')
      .offset(sizer.size - 1)
      .first('id');
    after = last?.id;
    for (const { region, count } of await countPart(knex, from, after)) {
      const key = region ?? '';
      affected.set(key, (affected.get(key) ?? 0) + Number(count));
    }
    sizer.took(performance.now() - begun);
    await yieldToOthers();
  }
  return affected;
}

async function countPart(
  knex: Knex,
  after: number,
  upTo: number | undefined,
): Promise<Array<{ region: string | null; count: number | string }>> {
  // Cross joins, because SQLite keeps their order: it would begin with the placements, which are many, and not with what
  // is lost.
  const query: Knex.QueryBuilder = knex('inventory_cluster as c')
    .joinRaw('cross join inventory_target as t')
    .joinRaw('cross join inventory_placement as p')
    .whereRaw('t.cluster_id = c.id')
    .whereRaw('p.id = t.placement_id')
    .whereNot('c.state', 'ready')
    .where('p.dependency', false)
    .where('t.placement_id', '>', after)
    .groupBy('c.region')
    .select('c.region')
    .countDistinct({ count: 't.placement_id' });
  if (upTo !== undefined) {
    query.where('t.placement_id', '<=', upTo);
  }
  return query;
}
