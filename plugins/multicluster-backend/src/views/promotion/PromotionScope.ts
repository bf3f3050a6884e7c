import {
  Agent,
  ArtifactVersion,
  Coverage,
  Freshness,
  Gate,
  Pipeline,
  PipelineRun,
  PlacementState,
  PlacementSummary,
  ReplicaCounts,
  Sentence,
  Stage,
  TargetAxes,
  VersionKnowledge,
} from '@fairway/backstage-plugin-multicluster-common';
import { ConfigurationRef } from '@fairway/backstage-plugin-multicluster-node';
import { ScopeRequest } from './ScopeRequest';

/** Everything that the rules look at of one environment of an entity. */
export interface PromotionScope {
  name: string;
  title?: string;
  /** Whether the platform has said what belongs to it. */
  configured: boolean;
  /** Copies that are meant to be there; those that are leaving are not. */
  targets: ScopeTarget[];
  /** Workloads that are placed on no cluster and may come here. */
  open: ScopeWorkload[];
  deliveries: ScopeDelivery[];
  /** Runs of those deliveries, newest first. */
  runs: ScopeRun[];
  /** Requests for approval that wait for people or for their time. */
  requests: ScopeRequest[];
  /** Why what is shown is not what there is now; each once. */
  stale: Sentence[];
  coverage: Coverage;
  /** Nobody can say that nothing is here: a source or a cluster of it was never read. */
  unread?: Sentence;
}

/** A workload as the rules look at it. */
export interface ScopeWorkload {
  /** Hash of the identity. */
  id: string;
  controlPlane: string;
  kind: string;
  namespace: string;
  name: string;
  /** Whether anybody but the entity says that it is its own. */
  confirmed: boolean;
  /** As `WorkloadFact.configuration`. */
  configuration?: ConfigurationRef[];
  summary?: PlacementSummary;
  /** Why nothing placed it. */
  unplaced?: Sentence;
}

/** A copy of a workload on a cluster. */
export interface ScopeTarget {
  workload: ScopeWorkload;
  placementId: number;
  /** What people call the cluster: its name, with the control plane where two of them have one of that name. */
  cluster: string;
  /** Its name within its control plane. */
  member: string;
  state: PlacementState;
  axes: TargetAxes;
  /** Milliseconds since the epoch; since when `state` is what it is. */
  stateSince: number;
  replicas: ReplicaCounts;
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
  freshness: Freshness;
  /** Row ids of the pipelines that marked the workload. */
  markedBy: number[];
}

/** A pipeline, or a stage of one, that brings versions to an environment. */
export interface ScopeDelivery {
  pipeline: ScopePipeline;
  /** Name of the stage by whose end a run has arrived; absent: the whole run. */
  stage?: string;
}

/** A pipeline as the rules look at it. */
export interface ScopePipeline
  extends Pick<
    Pipeline,
    'source' | 'name' | 'sync' | 'hold' | 'repository' | 'disabled' | 'url'
  > {
  /** Hash of the identity. */
  id: string;
  rowId: number;
  /** Whether anybody but the entity says that it is its own. */
  confirmed: boolean;
  tool?: string;
  agent?: Agent;
}

/** A run as the rules look at it. */
export interface ScopeRun {
  rowId: number;
  pipelineRowId: number;
  run: PipelineRun;
  /** As the source says: more may come of it. */
  active: boolean;
  stages: Stage[];
  gates: Gate[];
  /** As {@link ScopeDelivery.stage}. */
  stage?: string;
  /** The lane that it was read through. */
  laneId?: number;
  /** Its tool does not confirm it now: nothing of it may be offered as if it were so. */
  lastKnown?: boolean;
}
