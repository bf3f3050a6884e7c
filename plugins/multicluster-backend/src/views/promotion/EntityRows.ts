import {
  EntityWorkload,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from '../clusters/ClusterRow';
import { FleetHealth } from '../health/SourceHealth';
import { TargetRow } from '../rows/TargetRow';
import { EntityWorkloadRecord } from '../topology/selectEntityWorkloads';
import { EntityPipelineRecord } from './read/selectEntityPipelines';
import { RunRecord } from './read/selectPipelineRuns';

/** All that is stored of an entity and shown to it, as one moment has it. */
export interface EntityRows {
  workloads: EntityWorkloadRow[];
  pipelines: EntityPipelineRecord[];
  /** Runs of these pipelines, newest first. */
  runs: RunRecord[];
  /** Every cluster that anybody knows of. */
  clusters: ClusterRow[];
  health: FleetHealth;
}

/** A workload with its targets, as stored and as it is shown: target n of one is target n of the other. */
export interface EntityWorkloadRow {
  record: EntityWorkloadRecord;
  rows: TargetRow[];
  shown: EntityWorkload;
  /** Why nothing placed it. */
  unplaced?: Sentence;
  /** Its placement may be among what was never read. */
  unread?: Sentence;
}
