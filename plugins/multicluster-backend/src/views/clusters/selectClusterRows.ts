import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { parseJson } from '../../util/parseJson';
import { compareKeys } from '../paging/pageOf';
import { ClusterRow } from './ClusterRow';

interface Row {
  id: number;
  source_id: number;
  control_plane: string;
  name: string;
  present: boolean | number;
  cluster_uid: string | null;
  state: ClusterState;
  state_since: number | string;
  region: string | null;
  lane_id: number | null;
  fact: string | null;
}

/** Every cluster, by control plane and name. */
export async function selectClusterRows(knex: Knex): Promise<ClusterRow[]> {
  const rows: Row[] = await knex('inventory_cluster as c')
    .join('inventory_source as s', 's.id', 'c.source_id')
    .select(
      'c.id',
      'c.source_id',
      's.name as control_plane',
      'c.name',
      'c.present',
      'c.cluster_uid',
      'c.state',
      'c.state_since',
      'c.region',
      'c.lane_id',
      'c.fact',
    );
  return rows
    .map(toClusterRow)
    .sort((a, b) =>
      compareKeys([a.controlPlane, a.name], [b.controlPlane, b.name]),
    );
}

function toClusterRow(row: Row): ClusterRow {
  return {
    id: row.id,
    sourceId: row.source_id,
    controlPlane: row.control_plane,
    name: row.name,
    present: Boolean(row.present),
    ...(row.cluster_uid && { clusterUid: row.cluster_uid }),
    state: row.state,
    stateSince: Number(row.state_since),
    ...(row.region && { region: row.region }),
    ...(row.lane_id !== null && { laneId: row.lane_id }),
    fact: parseJson<ClusterFact | undefined>(row.fact, undefined),
  };
}
