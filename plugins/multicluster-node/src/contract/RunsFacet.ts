import { LoggerService } from '@backstage/backend-plugin-api';
import {
  IdentityMode,
  PipelineLive,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from './DetailFacet';
import { LaneReporter } from './FleetFacet';
import {
  DerivedRun,
  DeriveRunInput,
  PipelineFact,
  RunFact,
  RunsFact,
} from './runFacts';

/**
 * Pipelines and runs of a delivery tool.
 *
 * @public
 */
export interface RunsFacet {
  /** Version of the rules that make facts and states, see `FleetFacet.version`. */
  readonly version?: string;

  /** What of it can be read, and as whom. */
  capabilities(): RunsCapability[];

  /** How entities name its pipelines by annotations that are the tool's own. */
  readonly annotations?: PipelineAnnotations;

  /**
   * What the tool writes on objects that it applies to a cluster: the value of an annotation that holds a pipeline's key.
   * Joins a pipeline with the workloads of control planes without any configuration.
   */
  readonly workloadMark?: { annotation: string };

  /**
   * Observes until the signal aborts: one poller or watch for everything, never one for each entity or page.
   *
   * @remarks
   * Runs on the one replica that holds the lease of this facet. Resolves after the signal aborted and everything in flight
   * has ended. Trouble is reported through `report` and retried inside; rejecting means that the facet as a whole cannot go
   * on, and it is started again with a back-off.
   */
  observe(context: ObserveRunsContext): Promise<void>;

  /**
   * The state rules of the tool. Pure; called when the run, its pipeline, its agent, its gates or a run ahead of it changed,
   * or `recheckAt` has come.
   */
  derive(input: DeriveRunInput): DerivedRun;

  /**
   * Reads a part of a log. Rejects with a NotAllowedError, NotFoundError (no such run or stage) or ServiceUnavailableError
   * whose message names who refused. A stage that has no log yet is an empty page, not an error.
   */
  log(request: StageLogRequest): Promise<StageLogPage>;

  /** What is deployed now and how it differs; read on demand. Absent: the tool cannot tell. */
  live?(request: PipelineLiveRequest): Promise<PipelineLive>;

  /**
   * Reads a webhook of the tool as a hint: which runs to look at. Nothing of its content is believed. Throws an
   * AuthenticationError when its secret is missing or wrong (compared in constant time), an InputError when it is none of
   * the tool's. Pure but for the configured secret; must be quick.
   */
  hook?(request: HookRequest): HookHint;
}

/** {@inheritDoc RunsFacet.capabilities} @public */
export interface RunsCapability {
  name: 'runs' | 'logs' | 'live' | 'agents' | 'hook';
  available: boolean;
  reason?: Sentence;
  identityMode: IdentityMode;
}

/** Annotations of an entity that name pipelines of this kind of tool. @public */
export interface PipelineAnnotations {
  /** Keys of pipelines, comma-separated. */
  keys?: string;
  /** Names of pipelines, comma-separated. */
  names?: string;
  /** `key=value`, comma-separated; all of them must hold. */
  labels?: string;
  /** Limits the others to sources of these configured names, comma-separated. */
  sources?: string;
}

/** What an observation of runs works with. @public */
export interface ObserveRunsContext {
  signal: AbortSignal;
  logger: LoggerService;
  sink: RunsSink;
  report: LaneReporter;
  /** What readers look at now, on any replica, and what webhooks named. */
  demand: RunDemand;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** {@inheritDoc ObserveRunsContext.demand} @public */
export interface RunDemand {
  /** Keys of runs that somebody has on screen. Cheap; may be some seconds old. */
  watched(): string[];
  /**
   * Resolves with the keys that a webhook named, or with none when `ms` have passed or the signal aborted. An empty list
   * from a webhook that named no run reads as one empty string.
   */
  wait(ms: number, signal: AbortSignal): Promise<string[]>;
}

/**
 * Where facts of runs go. Every call commits in one transaction: fence check, rows, derived states, transitions, revision,
 * checkpoint. Rejects with a `ConflictError` once the lease is lost; the observation must then stop. Calls of one lane must
 * be made one after the other.
 *
 * A tool that forgets its runs (a pruner, a history of ten) does not delete them here: how long they are kept is the core's
 * business. So runs are deleted by `deletes` or a sweep only when they were never meant to be.
 *
 * @public
 */
export interface RunsSink {
  /** How far the lane is stored (a watermark, a resourceVersion), or undefined when it was never listed completely. */
  checkpoint(lane: string): Promise<string | undefined>;

  /** Keys of stored runs that are not over, oldest first: they are read again even if no list names them. */
  active(): Promise<Array<Pick<RunFact, 'key' | 'pipelineKey' | 'native'>>>;

  change(batch: {
    lane: string;
    upserts: RunsFact[];
    deletes: Array<{ type: RunsFact['type']; key: string }>;
    checkpoint?: string;
  }): Promise<void>;

  /** Starts a full list of a lane: what no page names is deleted when, and only when, it is completed. */
  beginSweep(lane: string): Promise<RunsSweep>;
}

/** {@inheritDoc RunsSink.beginSweep} @public */
export interface RunsSweep {
  page(facts: RunsFact[]): Promise<void>;
  complete(checkpoint: string): Promise<void>;
}

/** Which log to read, and from where. @public */
export interface StageLogRequest {
  /** Who reads, for tools whose capability says that they are asked as the person. */
  caller: Caller;
  /** The person's own credential at the tool, where it reads with no other; kept in memory alone. */
  userCredential?: string;
  run: RunFact;
  stageId: string;
  stepId?: string;
  attempt?: number;
  /** The cursor of the page before; absent: from the beginning. */
  cursor?: string;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}

/** {@inheritDoc StageLogRequest} @public */
export interface StageLogPage {
  lines: StageLogLine[];
  /** Where to read on. Equal to the one given when there was nothing new. */
  cursor?: string;
  /** The source says that nothing more comes. Absent or false proves nothing: some never say it. */
  complete: boolean;
  /** Lines that were served before are gone, or come again under another position. */
  gap?: boolean;
}

/** {@inheritDoc StageLogRequest} @public */
export interface StageLogLine {
  /** ISO 8601. */
  time?: string;
  severity: 'info' | 'success' | 'error';
  /** One line, without its end; secrets the source knows are masked. */
  text: string;
}

/** {@inheritDoc RunsFacet.live} @public */
export interface PipelineLiveRequest {
  /** Who reads, for tools whose capability says that they are asked as the person. */
  caller: Caller;
  /** The person's own credential at the tool, where it reads with no other; kept in memory alone. */
  userCredential?: string;
  pipeline: PipelineFact;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}

/** A webhook as it came in. @public */
export interface HookRequest {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/** {@inheritDoc RunsFacet.hook} @public */
export interface HookHint {
  /** Keys of runs to look at; empty: look at everything soon. */
  runKeys: string[];
}
