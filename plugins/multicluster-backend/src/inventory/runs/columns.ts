import { Columns } from '../sql/Columns';

/** Columns that are written in bulk, by table. */
export const agentColumns: Columns = {
  source_id: 'integer',
  key: 'text',
  name: 'text',
  state: 'text',
  state_since: 'bigint',
  fact: 'json',
  fact_hash: 'text',
  lane_id: 'integer',
  revision: 'bigint',
};

/** {@inheritDoc agentColumns} */
export const pipelineColumns: Columns = {
  source_id: 'integer',
  hash: 'text',
  key: 'text',
  name: 'text',
  agent_key: 'text',
  present: 'boolean',
  fact: 'json',
  fact_hash: 'text',
  lane_id: 'integer',
  revision: 'bigint',
};

/** {@inheritDoc agentColumns} */
export const runColumns: Columns = {
  source_id: 'integer',
  hash: 'text',
  key: 'text',
  pipeline_id: 'integer',
  agent_key: 'text',
  status: 'text',
  status_since: 'bigint',
  active: 'boolean',
  created_at: 'bigint',
  finished_at: 'bigint',
  chain_id: 'text',
  fact: 'json',
  fact_hash: 'text',
  derived: 'json',
  recheck_at: 'bigint',
  lane_id: 'integer',
  revision: 'bigint',
};

/** What of a run is written when its fact is as it was. */
export const derivedRunColumns: Columns = {
  id: 'integer',
  status: 'text',
  status_since: 'bigint',
  finished_at: 'bigint',
  derived: 'json',
  recheck_at: 'bigint',
  revision: 'bigint',
};

/** {@inheritDoc agentColumns} */
export const gateFactColumns: Columns = {
  source_id: 'integer',
  key: 'text',
  run_key: 'text',
  fact: 'json',
  fact_hash: 'text',
  lane_id: 'integer',
  revision: 'bigint',
};

/** {@inheritDoc agentColumns} */
export const gateColumns: Columns = {
  run_id: 'integer',
  gate_id: 'text',
  state: 'text',
  actionable: 'boolean',
  opened_at: 'bigint',
  gate: 'json',
};
