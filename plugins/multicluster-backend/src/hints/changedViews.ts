import { Knex } from 'knex';
import { InventoryChange } from '../inventory/hints/InventoryChange';
import { inList } from '../inventory/sql/inList';
import { ClusterStates } from './ClusterStates';
import {
  clusterView,
  entityView,
  FLEET_VIEW,
  WORKLOADS_VIEW,
  workloadView,
} from './viewNames';

/** Names of the views that show any of what changed. */
export async function changedViews(
  knex: Knex,
  clusterStates: ClusterStates,
  changes: Pick<InventoryChange, 'workloadIds' | 'clusterIds'>[],
): Promise<string[] | 'all'> {
  const clusterIds = new Set(changes.flatMap(item => [...item.clusterIds]));
  const workloadIds = [
    ...new Set(changes.flatMap(item => [...item.workloadIds])),
  ];
  const clusters =
    clusterIds.size > 0 ? await clusterStates.changed([...clusterIds]) : [];
  if (clusters === 'all') {
    return 'all';
  }
  const workloads =
    workloadIds.length > 0 ? await viewsOfWorkloads(knex, workloadIds) : [];
  return clusters.length + workloads.length > 0
    ? [FLEET_VIEW, ...clusters, ...workloads]
    : [];
}

async function viewsOfWorkloads(
  knex: Knex,
  workloadIds: number[],
): Promise<string[]> {
  const [entities, workloads, clusters] = await Promise.all([
    knex('entity_match')
      .where(inList(knex, 'workload_id', workloadIds, 'integer'))
      .distinct('entity_ref'),
    knex('inventory_workload')
      .where(inList(knex, 'id', workloadIds, 'integer'))
      .select('hash'),
    knex('inventory_placement as p')
      .join('inventory_target as t', 't.placement_id', 'p.id')
      .join('inventory_cluster as c', 'c.id', 't.cluster_id')
      .join('inventory_source as s', 's.id', 'c.source_id')
      .where(inList(knex, 'p.workload_id', workloadIds, 'integer'))
      .distinct('s.name as control_plane', 'c.name'),
  ]);
  return [
    WORKLOADS_VIEW,
    ...entities.map(row => entityView(row.entity_ref)),
    ...workloads.map(row => workloadView(row.hash)),
    ...clusters.map(row => clusterView(row.control_plane, row.name)),
  ];
}
