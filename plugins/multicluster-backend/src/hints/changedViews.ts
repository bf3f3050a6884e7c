import { Knex } from 'knex';
import { InventoryChange } from '../inventory/hints/InventoryChange';
import {
  clusterView,
  entityView,
  FLEET_VIEW,
  WORKLOADS_VIEW,
  workloadView,
} from './viewNames';

/** Names of the views that show any of some workloads and clusters. */
export async function changedViews(
  knex: Knex,
  changes: Pick<InventoryChange, 'workloadIds' | 'clusterIds' | 'all'>[],
): Promise<string[] | 'all'> {
  // A cluster that changes changes the freshness of everything on it.
  if (changes.some(change => change.all || change.clusterIds.size > 0)) {
    return 'all';
  }
  const workloadIds = changes.flatMap(change => [...change.workloadIds]);
  if (workloadIds.length === 0) {
    return [];
  }
  const [entities, workloads, clusters] = await Promise.all([
    knex('entity_match')
      .whereIn('workload_id', workloadIds)
      .distinct('entity_ref'),
    knex('inventory_workload').whereIn('id', workloadIds).select('hash'),
    knex('inventory_placement as p')
      .join('inventory_target as t', 't.placement_id', 'p.id')
      .join('inventory_cluster as c', 'c.id', 't.cluster_id')
      .join('inventory_source as s', 's.id', 'c.source_id')
      .whereIn('p.workload_id', workloadIds)
      .distinct('s.name as control_plane', 'c.name'),
  ]);
  return [
    FLEET_VIEW,
    WORKLOADS_VIEW,
    ...entities.map(row => entityView(row.entity_ref)),
    ...workloads.map(row => workloadView(row.hash)),
    ...clusters.map(row => clusterView(row.control_plane, row.name)),
  ];
}
