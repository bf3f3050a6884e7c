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
import { viewsOfLanes } from './viewsOfLanes';
import { viewsOfRuns } from './viewsOfRuns';

/** Names of the views that show any of what changed. */
export async function changedViews(
  knex: Knex,
  clusterStates: ClusterStates,
  changes: Pick<
    InventoryChange,
    'workloadIds' | 'clusterIds' | 'pipelineIds' | 'runIds'
  >[],
): Promise<string[] | 'all'> {
  const clusterIds = union(changes.map(item => item.clusterIds));
  const workloadIds = union(changes.map(item => item.workloadIds));
  const clusters =
    clusterIds.length > 0 ? await clusterStates.changed(clusterIds) : [];
  if (clusters === 'all') {
    return 'all';
  }
  const workloads =
    workloadIds.length > 0 ? await viewsOfWorkloads(knex, workloadIds) : [];
  const runs = await viewsOfRuns(knex, {
    pipelineIds: union(changes.map(item => item.pipelineIds)),
    runIds: union(changes.map(item => item.runIds)),
    workloadIds,
  });
  return [
    ...(clusters.length + workloads.length > 0
      ? [FLEET_VIEW, ...clusters, ...workloads]
      : []),
    ...runs,
  ];
}

function union(sets: ReadonlySet<number>[]): number[] {
  return [...new Set(sets.flatMap(ids => [...ids]))];
}

async function viewsOfWorkloads(
  knex: Knex,
  workloadIds: number[],
): Promise<string[]> {
  const [entities, workloads, clusters, lanes] = await Promise.all([
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
    viewsOfLanes(knex, workloadIds),
  ]);
  return [
    WORKLOADS_VIEW,
    ...entities.map(row => entityView(row.entity_ref)),
    ...workloads.map(row => workloadView(row.hash)),
    ...clusters.map(row => clusterView(row.control_plane, row.name)),
    ...lanes,
  ];
}
