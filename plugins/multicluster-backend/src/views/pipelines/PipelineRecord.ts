import { PipelineFact } from '@fairway/backstage-plugin-multicluster-node';
import { AgentState } from '@fairway/backstage-plugin-multicluster-common';

/** A pipeline with whoever executes it, as stored. */
export interface PipelineRecord {
  id: number;
  /** Hash of the identity. */
  hash: string;
  key: string;
  name: string;
  /** Configured name of the source. */
  source: string;
  /** Absent: it is only named by runs. */
  fact?: PipelineFact;
  laneId?: number;
  agent?: AgentRecord;
}

/** {@inheritDoc PipelineRecord} */
export interface AgentRecord {
  key: string;
  name: string;
  state: AgentState;
  /** Milliseconds since the epoch. */
  stateSince: number;
  version?: string;
}
