import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { LaneRef } from './LaneRef';

/** The lanes whose policy has placed one of these workloads, as `[source, policyKey]` in JSON. */
export async function selectConcerned(
  knex: Knex,
  workloadIds: Iterable<number>,
): Promise<ReadonlySet<string>> {
  const rows: LaneRef[] = await knex('inventory_placement as p')
    .join('inventory_source as s', 's.id', 'p.source_id')
    .join('inventory_policy as y', join =>
      join.on('y.policy_id', 'p.policy_id').andOn('y.source_id', 'p.source_id'),
    )
    .where(inList(knex, 'p.workload_id', workloadIds, 'integer'))
    .distinct('s.name as source', 'y.key as policyKey');
  return new Set(
    rows.map(({ source, policyKey }) => JSON.stringify([source, policyKey])),
  );
}
