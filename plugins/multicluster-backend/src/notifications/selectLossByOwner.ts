import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { yieldToOthers } from '../util/yieldToOthers';

const PART = 2000;

/** What one owner has on a cluster. */
export interface OwnerLoss {
  ownerRef: string;
  /** Names of workloads, without repetition, in order. */
  workloads: string[];
}

/**
 * Owners of what runs on a cluster, through confirmed matches alone. Read in parts: a cluster can hold 100,000 targets.
 */
export async function selectLossByOwner(
  knex: Knex,
  clusterId: number,
): Promise<OwnerLoss[]> {
  const losses = new Map<string, Set<string>>();
  let after: number | undefined = -1;
  while (after !== undefined) {
    const ids: number[] = await selectPart(knex, clusterId, after);
    for (const row of await selectOwners(knex, ids)) {
      const names = losses.get(row.owner_ref) ?? new Set();
      losses.set(row.owner_ref, names.add(row.name));
    }
    after = ids.length < PART ? undefined : ids[PART - 1];
    await yieldToOthers();
  }
  return [...losses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ownerRef, names]) => ({ ownerRef, workloads: [...names].sort() }));
}

async function selectPart(
  knex: Knex,
  clusterId: number,
  after: number,
): Promise<number[]> {
  const rows = await knex('inventory_target')
    .where('cluster_id', clusterId)
    .where('placement_id', '>', after)
    .orderBy('placement_id')
    .limit(PART)
    .select('placement_id');
  return rows.map(row => row.placement_id);
}

async function selectOwners(
  knex: Knex,
  placementIds: number[],
): Promise<Array<{ owner_ref: string; name: string }>> {
  return knex('inventory_placement as p')
    .join('inventory_workload as w', 'w.id', 'p.workload_id')
    .join('entity_match as m', 'm.workload_id', 'w.id')
    .join('entity_claim as e', 'e.entity_ref', 'm.entity_ref')
    .where(inList(knex, 'p.id', placementIds, 'integer'))
    .where('p.dependency', false)
    .where('m.confirmed', true)
    .whereNotNull('e.owner_ref')
    .distinct('e.owner_ref', 'w.name');
}
