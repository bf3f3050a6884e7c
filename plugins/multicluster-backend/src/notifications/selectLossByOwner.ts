import { Knex } from 'knex';

/** What one owner has on a cluster. */
export interface OwnerLoss {
  ownerRef: string;
  /** Names of workloads, without repetition, in order. */
  workloads: string[];
}

/** Owners of what runs on a cluster, through confirmed matches alone. */
export async function selectLossByOwner(
  knex: Knex,
  clusterId: number,
): Promise<OwnerLoss[]> {
  const rows = await knex('inventory_target as t')
    .join('inventory_placement as p', 'p.id', 't.placement_id')
    .join('inventory_workload as w', 'w.id', 'p.workload_id')
    .join('entity_match as m', 'm.workload_id', 'w.id')
    .join('entity_claim as e', 'e.entity_ref', 'm.entity_ref')
    .where('t.cluster_id', clusterId)
    .where('p.dependency', false)
    .where('m.confirmed', true)
    .whereNotNull('e.owner_ref')
    .orderBy(['e.owner_ref', 'w.name'])
    .distinct('e.owner_ref', 'w.name');
  const losses = new Map<string, string[]>();
  for (const row of rows) {
    const names = losses.get(row.owner_ref) ?? [];
    names.push(row.name);
    losses.set(row.owner_ref, names);
  }
  return [...losses].map(([ownerRef, workloads]) => ({ ownerRef, workloads }));
}
