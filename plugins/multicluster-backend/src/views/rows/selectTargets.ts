import { DerivedTarget } from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterState,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { jsonText } from '../../util/jsonText';
import { parseJson } from '../../util/parseJson';
import { TargetRow } from './TargetRow';

interface Row {
  placement_id: number;
  state: PlacementState;
  state_since: number | string;
  derived: string;
  cluster_id: number;
  source_id: number;
  control_plane: string;
  cluster: string;
  present: boolean | number;
  cluster_state: ClusterState;
  cluster_since: number | string;
  region: string | null;
  labels: string | null;
  lane_id: number | null;
}

/**
 * Targets with their clusters, ordered by cluster name.
 *
 * @param narrow - adds conditions on `t`
 */
export async function selectTargets(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<TargetRow[]> {
  const query = knex('inventory_target as t')
    .join('inventory_cluster as c', 'c.id', 't.cluster_id')
    .join('inventory_source as s', 's.id', 'c.source_id')
    .orderBy('c.name')
    .select(
      't.placement_id',
      't.state',
      't.state_since',
      't.derived',
      'c.id as cluster_id',
      'c.source_id',
      's.name as control_plane',
      'c.name as cluster',
      'c.present',
      'c.state as cluster_state',
      'c.state_since as cluster_since',
      'c.region',
      'c.lane_id',
      knex.raw('? as labels', [jsonText(knex, 'c.fact', 'labels')]),
    );
  narrow(query);
  return ((await query) as Row[]).map(toTargetRow);
}

function toTargetRow(row: Row): TargetRow {
  return {
    placementId: row.placement_id,
    state: row.state,
    stateSince: Number(row.state_since),
    derived: parseJson<DerivedTarget>(row.derived, {
      cluster: row.cluster,
      axes: { lifecycle: 'desired', delivery: 'pending', health: 'unknown' },
      replicas: {},
      versions: [],
      versionKnowledge: 'unknown',
    }),
    cluster: {
      id: row.cluster_id,
      sourceId: row.source_id,
      controlPlane: row.control_plane,
      name: row.cluster,
      present: Boolean(row.present),
      state: row.cluster_state,
      stateSince: Number(row.cluster_since),
      ...(row.region && { region: row.region }),
      labels: parseJson<Record<string, string>>(row.labels, {}),
      ...(row.lane_id !== null && { laneId: row.lane_id }),
    },
  };
}
