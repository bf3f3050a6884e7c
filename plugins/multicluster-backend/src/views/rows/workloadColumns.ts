import { Knex } from 'knex';
import { jsonText } from '../../util/jsonText';
import { parseJson } from '../../util/parseJson';
import { PlacementRecord, WorkloadRecord } from './WorkloadRecord';

/** A row of {@link workloadColumns}. */
export interface WorkloadColumns {
  id: number;
  hash: string;
  source_id: number;
  control_plane: string;
  api_group: string;
  kind: string;
  namespace: string;
  name: string;
  present: boolean | number;
  generation: number | string | null;
  lane_id: number | null;
  fact: string | null;
  placement_id: number | null;
  placement_dependency: boolean | number | null;
  placement_since: number | string | null;
  placement_lane_id: number | null;
  placement_derived: string | null;
  placement_policy: string | null;
}

/** Columns of `inventory_workload w`, `inventory_source s` and `inventory_placement p`. */
export function workloadColumns(knex: Knex) {
  return [
    'w.id',
    'w.hash',
    'w.source_id',
    's.name as control_plane',
    'w.api_group',
    'w.kind',
    'w.namespace',
    'w.name',
    'w.present',
    'w.generation',
    'w.lane_id',
    'w.fact',
    'p.id as placement_id',
    'p.dependency as placement_dependency',
    'p.state_since as placement_since',
    'p.lane_id as placement_lane_id',
    'p.derived as placement_derived',
    knex.raw('? as placement_policy', [jsonText(knex, 'p.fact', 'policy')]),
  ];
}

/** The record of a row of {@link workloadColumns}. */
export function toWorkloadRecord(row: WorkloadColumns): WorkloadRecord {
  return {
    id: row.id,
    hash: row.hash,
    sourceId: row.source_id,
    controlPlane: row.control_plane,
    group: row.api_group,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    present: Boolean(row.present),
    ...(row.generation !== null && { generation: Number(row.generation) }),
    ...(row.lane_id !== null && { laneId: row.lane_id }),
    fact: parseJson<WorkloadRecord['fact']>(row.fact, undefined),
    placement: toPlacementRecord(row),
  };
}

function toPlacementRecord(row: WorkloadColumns): PlacementRecord | undefined {
  const derived = parseJson<PlacementRecord['derived'] | undefined>(
    row.placement_derived,
    undefined,
  );
  if (row.placement_id === null || !derived) {
    return undefined;
  }
  return {
    id: row.placement_id,
    dependency: Boolean(row.placement_dependency),
    stateSince: Number(row.placement_since),
    ...(row.placement_lane_id !== null && { laneId: row.placement_lane_id }),
    policy: parseJson<PlacementRecord['policy']>(
      row.placement_policy,
      undefined,
    ),
    derived,
  };
}
