import {
  DerivedRun,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PipelineRecord } from '../pipelines/PipelineRecord';

/** A run with its pipeline, as stored. */
export interface RunRecord {
  id: number;
  /** Hash of the identity. */
  hash: string;
  sourceId: number;
  /** Milliseconds since the epoch. */
  createdAt: number;
  chainId?: string;
  laneId?: number;
  fact: RunFact;
  derived: DerivedRun;
  pipeline: PipelineRecord;
}
