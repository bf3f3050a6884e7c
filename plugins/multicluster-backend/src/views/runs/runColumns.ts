import {
  DerivedRun,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { parseJson } from '../../util/parseJson';
import {
  PipelineColumns,
  PIPELINE_COLUMNS,
  toPipelineRecord,
} from '../pipelines/pipelineColumns';
import { toIso } from '../toIso';
import { RunRecord } from './RunRecord';

/** A row of {@link RUN_COLUMNS}. */
export interface RunColumns extends PipelineColumns {
  run_id: number;
  run_hash: string;
  run_key: string;
  run_source_id: number;
  run_created_at: number | string;
  run_chain_id: string | null;
  run_lane_id: number | null;
  run_fact: string;
  run_derived: string;
}

/** Columns of `inventory_run r` and of its pipeline. */
export const RUN_COLUMNS = [
  'r.id as run_id',
  'r.hash as run_hash',
  'r.key as run_key',
  'r.source_id as run_source_id',
  'r.created_at as run_created_at',
  'r.chain_id as run_chain_id',
  'r.lane_id as run_lane_id',
  'r.fact as run_fact',
  'r.derived as run_derived',
  ...PIPELINE_COLUMNS,
];

/** The record of a row of {@link RUN_COLUMNS}. */
export function toRunRecord(row: RunColumns): RunRecord {
  const createdAt = Number(row.run_created_at);
  const fact: RunFact = {
    type: 'run',
    key: row.run_key,
    pipelineKey: row.pipeline_key,
    pipelineName: row.pipeline_name,
    createdAt: toIso(createdAt),
    trigger: { kind: 'unknown' },
    artifacts: [],
    active: false,
    native: {},
    ...parseJson<Partial<RunFact>>(row.run_fact, {}),
  };
  const derived: DerivedRun = {
    status: 'unknown',
    nativeStatus: '',
    sentence: sentence('pipeline.run.unread'),
    stages: [],
    notes: [],
    ...parseJson<Partial<DerivedRun>>(row.run_derived, {}),
  };
  return {
    id: row.run_id,
    hash: row.run_hash,
    sourceId: row.run_source_id,
    createdAt,
    ...(row.run_chain_id !== null && { chainId: row.run_chain_id }),
    ...(row.run_lane_id !== null && { laneId: row.run_lane_id }),
    fact,
    derived,
    pipeline: toPipelineRecord(row),
  };
}
