/** Rows of pipelines and runs as they are read and written. Times are milliseconds since the epoch. */

/** A row of `inventory_agent`. */
export interface AgentRow {
  id: number;
  key: string;
  name: string;
  state: string;
  state_since: number;
  fact: string;
  fact_hash: string;
  lane_id: number | null;
}

/** A row of `inventory_pipeline`. */
export interface PipelineRow {
  id: number;
  hash: string;
  key: string;
  name: string;
  agent_key: string | null;
  present: boolean;
  fact: string | null;
  /** Null: the tool states it no more, or never did. */
  fact_hash: string | null;
  lane_id: number | null;
}

/** A row of `inventory_run`. */
export interface RunRow {
  id: number;
  hash: string;
  key: string;
  pipeline_id: number;
  agent_key: string | null;
  status: string;
  status_since: number;
  active: boolean;
  created_at: number;
  finished_at: number | null;
  chain_id: string | null;
  fact: string;
  fact_hash: string;
  derived: string;
  recheck_at: number | null;
  lane_id: number | null;
}

/** A row of `inventory_gate_fact`. */
export interface GateFactRow {
  id: number;
  key: string;
  run_key: string;
  fact: string;
  fact_hash: string;
  lane_id: number | null;
}
