import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';

/** A cluster that is lost, or was and some owners know. */
export interface LostCluster {
  id: number;
  controlPlane: string;
  name: string;
  state: ClusterState;
  stateSince: number;
  /** It is ready again. */
  back: boolean;
  /** Owners who were told that it is lost. */
  told: string[];
}

/** Clusters that are lost, and those that are back and whose owners do not know that. */
export async function selectLostClusters(knex: Knex): Promise<LostCluster[]> {
  const [clusters, notices] = await Promise.all([
    knex('inventory_cluster as c')
      .join('inventory_source as s', 's.id', 'c.source_id')
      .where('c.present', true)
      .whereIn('c.state', ['not-ready', 'unreachable', 'ready'])
      .orderBy(['s.name', 'c.name'])
      .select(
        'c.id',
        's.name as control_plane',
        'c.name',
        'c.state',
        'c.state_since',
      ),
    knex('cluster_notice').select('source', 'cluster', 'owner_ref'),
  ]);
  return clusters
    .map(row => ({
      id: row.id,
      controlPlane: row.control_plane,
      name: row.name,
      state: row.state,
      stateSince: Number(row.state_since),
      back: row.state === 'ready',
      told: notices
        .filter(
          notice =>
            notice.source === row.control_plane && notice.cluster === row.name,
        )
        .map(notice => notice.owner_ref),
    }))
    .filter(cluster => !cluster.back || cluster.told.length > 0);
}
