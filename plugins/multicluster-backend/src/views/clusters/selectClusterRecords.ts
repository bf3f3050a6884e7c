import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterState,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { parseJson } from '../../util/parseJson';
import { compareKeys } from '../paging/pageOf';
import { ClusterRecord } from './ClusterRecord';

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

/** Every cluster, by control plane and name, with its targets counted by state. */
export async function selectClusterRecords(
  knex: Knex,
): Promise<ClusterRecord[]> {
  const [rows, counts] = await Promise.all([
    knex('inventory_cluster as c')
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
      ) as Promise<Row[]>,
    selectTargetCounts(knex),
  ]);
  return rows
    .map(row => toRecord(row, counts.get(row.id) ?? {}))
    .sort((a, b) =>
      compareKeys([a.controlPlane, a.name], [b.controlPlane, b.name]),
    );
}

/** Reads nothing but the index on cluster and state. */
async function selectTargetCounts(
  knex: Knex,
): Promise<Map<number, ClusterRecord['targets']>> {
  const rows: Array<{
    cluster_id: number;
    state: PlacementState;
    count: number | string;
  }> = await knex('inventory_target')
    .groupBy('cluster_id', 'state')
    .select('cluster_id', 'state')
    .count({ count: '*' });
  const counts = new Map<number, ClusterRecord['targets']>();
  for (const row of rows) {
    counts.set(row.cluster_id, {
      ...counts.get(row.cluster_id),
      [row.state]: Number(row.count),
    });
  }
  return counts;
}

function toRecord(row: Row, targets: ClusterRecord['targets']): ClusterRecord {
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
    targets,
  };
}
