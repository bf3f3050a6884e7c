import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';

/** A cluster whose owners are to be told something they were not told yet. */
export interface LostCluster {
  id: number;
  controlPlane: string;
  name: string;
  state: ClusterState;
  stateSince: number;
  /** It was lost, its owners know, and it is ready again. */
  back: boolean;
}

/** Clusters that are lost and whose owners do not know, and those that are back and whose owners do not know that. */
export async function selectLostClusters(knex: Knex): Promise<LostCluster[]> {
  const rows = await knex('inventory_cluster as c')
    .join('inventory_source as s', 's.id', 'c.source_id')
    .leftJoin('cluster_notice as n', join =>
      join.on('n.source', 's.name').andOn('n.cluster', 'c.name'),
    )
    .where('c.present', true)
    .where(due =>
      due
        .where(lost =>
          lost
            .whereIn('c.state', ['not-ready', 'unreachable'])
            .whereNull('n.source'),
        )
        .orWhere(back =>
          back.where('c.state', 'ready').whereNotNull('n.source'),
        ),
    )
    .orderBy(['s.name', 'c.name'])
    .select(
      'c.id',
      's.name as control_plane',
      'c.name',
      'c.state',
      'c.state_since',
    );
  return rows.map(row => ({
    id: row.id,
    controlPlane: row.control_plane,
    name: row.name,
    state: row.state,
    stateSince: Number(row.state_since),
    back: row.state === 'ready',
  }));
}
