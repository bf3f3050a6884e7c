import {
  Actor,
  AgentState,
  Gate,
  PipelineHold,
  PipelineRun,
  RunArtifact,
  RunCommit,
  RunTrigger,
  Sentence,
  Stage,
  SyncStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';

/**
 * What a source states about one object of a delivery tool. As with fleet facts: nothing that changes by itself. Equal facts
 * are never written twice. Maps come in any order; facts are compared with sorted keys.
 *
 * @public
 */
export type RunsFact = AgentFact | PipelineFact | RunFact | GateFact;

/** Whoever executes runs. Key: its native id. @public */
export interface AgentFact {
  type: 'agent';
  key: string;
  name: string;
  state: AgentState;
  version?: string;
  disabled: boolean;
}

/**
 * Something a tool runs again and again for one deployed thing. Key: its native id.
 *
 * @public
 */
export interface PipelineFact<TNative extends JsonObject = JsonObject> {
  type: 'pipeline';
  key: string;
  name: string;
  labels: Record<string, string>;
  /** Key of the {@link AgentFact} that runs it. */
  agentKey?: string;
  /** Clusters or accounts it deploys to, as the tool names them. */
  deployTargets: string[];
  /** What is deployed. `remote` without credentials: whoever sees the pipeline sees it. */
  repository?: { remote: string; branch?: string; path?: string };
  sync: { status: SyncStatus; sentence?: Sentence; since?: string };
  /** Why it does not start although there is something to do. */
  hold?: PipelineHold;
  disabled: boolean;
  /** The tool has deleted it; its runs are history. */
  deleted: boolean;
  /** The pipeline in the tool. */
  url?: string;
  native: TNative;
}

/**
 * One run, as last read. Key: its native id.
 *
 * @remarks
 * `native` is what the state rules of the source read, with stages and what was learnt beside them (a log line that says how
 * many approvals are needed). Never a log, a secret or a text longer than a reader would read.
 *
 * @public
 */
export interface RunFact<TNative extends JsonObject = JsonObject> {
  type: 'run';
  key: string;
  pipelineKey: string;
  /** Name of the pipeline when it ran, for runs whose pipeline is gone. */
  pipelineName: string;
  agentKey?: string;
  number?: number;
  /** ISO 8601. Order of runs of a pipeline. */
  createdAt: string;
  trigger: RunTrigger;
  commit?: RunCommit;
  /**
   * Who else wrote the commit, as the trailers of its whole message name them. Absent: the tool does not give the whole
   * message, so that nobody knows.
   */
  coAuthors?: string[];
  artifacts: RunArtifact[];
  chain?: { id: string; index: number };
  /** Labels and parameters of this run, by which environments may be selected; absent: those of its pipeline say it all. */
  labels?: Record<string, string>;
  /** The run in the tool. */
  url?: string;
  /** False once nothing more can come of it; the core then no longer derives it again when something beside it changes. */
  active: boolean;
  native: TNative;
}

/**
 * A gate that is an object of its own at the tool (a Tekton ApprovalTask). A gate that is a stage of its run is part of
 * {@link RunFact} instead. Key: its native id.
 *
 * @public
 */
export interface GateFact<TNative extends JsonObject = JsonObject> {
  type: 'gate';
  key: string;
  /** Key of the {@link RunFact} it belongs to. */
  runKey: string;
  native: TNative;
}

/** What the state rules of a source are given for one run. @public */
export interface DeriveRunInput<TRun extends JsonObject = JsonObject> {
  run: RunFact<TRun>;
  pipeline?: PipelineFact;
  /** Who runs it, and since when it is in its state (milliseconds since the epoch). */
  agent?: AgentFact & { since: number };
  gates: GateFact[];
  /** Runs of the same pipeline that are not over and were created before, oldest first. */
  ahead: Array<{ key: string; status: PipelineRun['status'] }>;
  /** What was derived last; absent when the run is first seen. */
  previous?: DerivedRun;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * What the state rules of a source say of one run. Stages in the order of the tool, hidden ones left out.
 *
 * @public
 */
export interface DerivedRun
  extends Pick<
    PipelineRun,
    | 'status'
    | 'detail'
    | 'nativeStatus'
    | 'sentence'
    | 'summary'
    | 'startedAt'
    | 'finishedAt'
  > {
  stages: Stage[];
  /**
   * Gates that no stage can carry: a second input of one stage, something to decide before any stage. Others are in
   * {@link Stage.gate}; {@link gatesOf} gives both.
   */
  gates?: Gate[];
  /** More that is wrong or worth knowing, most urgent first; `sentence` is not repeated. */
  notes: Sentence[];
  /** Who ended it, where somebody did. */
  endedBy?: Actor;
  /** Whether the tool takes back by itself what the run did when a stage of it fails. Absent: not known. */
  rollsBack?: boolean;
  /** Milliseconds since the epoch: derive again then, although no fact changes. */
  recheckAt?: number;
  /** What the rules must remember, such as the first start seen of a stage. Given back as `previous.memory`. */
  memory?: JsonObject;
}
