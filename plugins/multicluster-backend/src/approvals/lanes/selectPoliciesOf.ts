import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { LaneRef } from './LaneRef';

/** Placement policies that have placed confirmed workloads of entities, by name. */
export async function selectPoliciesOf(
  knex: Knex,
  asked: { entityRefs: string[]; sources: string[]; limit: number },
): Promise<LaneRef[]> {
  return knex('entity_match as m')
    .join('inventory_placement as p', 'p.workload_id', 'm.workload_id')
    .join('inventory_policy as y', join =>
      join.on('y.policy_id', 'p.policy_id').andOn('y.source_id', 'p.source_id'),
    )
    .join('inventory_source as s', 's.id', 'y.source_id')
    .where(inList(knex, 'm.entity_ref', asked.entityRefs, 'text'))
    .where(inList(knex, 's.name', asked.sources, 'text'))
    .where({
      'm.confirmed': true,
      'y.role': 'placement',
      'p.dependency': false,
    })
    .distinct('s.name as source', 'y.key as policyKey')
    .orderBy(['s.name', 'y.key'])
    .limit(asked.limit);
}
