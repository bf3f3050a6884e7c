import {
  AgentFact,
  PipelineFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { AgentState } from '@fairway/backstage-plugin-multicluster-common';
import { parseJson } from '../../util/parseJson';
import { AgentRecord, PipelineRecord } from './PipelineRecord';

/** A row of {@link PIPELINE_COLUMNS}. */
export interface PipelineColumns {
  pipeline_id: number;
  pipeline_hash: string;
  pipeline_key: string;
  pipeline_name: string;
  source: string;
  pipeline_fact: string | null;
  pipeline_lane_id: number | null;
  agent_key: string | null;
  agent_name: string;
  agent_state: AgentState;
  agent_since: number | string;
  agent_fact: string | null;
}

/** Columns of `inventory_pipeline p`, `inventory_source s` and `inventory_agent a`. */
export const PIPELINE_COLUMNS = [
  'p.id as pipeline_id',
  'p.hash as pipeline_hash',
  'p.key as pipeline_key',
  'p.name as pipeline_name',
  's.name as source',
  'p.fact as pipeline_fact',
  'p.lane_id as pipeline_lane_id',
  'a.key as agent_key',
  'a.name as agent_name',
  'a.state as agent_state',
  'a.state_since as agent_since',
  'a.fact as agent_fact',
];

/** The record of a row of {@link PIPELINE_COLUMNS}. */
export function toPipelineRecord(row: PipelineColumns): PipelineRecord {
  const fact = parseJson<PipelineFact | undefined>(
    row.pipeline_fact,
    undefined,
  );
  const agent = toAgentRecord(row);
  return {
    id: row.pipeline_id,
    hash: row.pipeline_hash,
    key: row.pipeline_key,
    name: row.pipeline_name,
    source: row.source,
    ...(fact && { fact }),
    ...(row.pipeline_lane_id !== null && { laneId: row.pipeline_lane_id }),
    ...(agent && { agent }),
  };
}

function toAgentRecord(row: PipelineColumns): AgentRecord | undefined {
  if (row.agent_key === null) {
    return undefined;
  }
  const fact = parseJson<AgentFact | undefined>(row.agent_fact, undefined);
  return {
    key: row.agent_key,
    name: row.agent_name,
    state: row.agent_state,
    stateSince: Number(row.agent_since),
    ...(fact?.version && { version: fact.version }),
  };
}
