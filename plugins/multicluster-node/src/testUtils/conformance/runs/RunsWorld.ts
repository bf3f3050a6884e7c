import { HookRequest } from '../../../contract';

/** A pipeline that a case asks for. @public */
export interface RunsWorldPipeline {
  /** As the source's facts have it. */
  key: string;
  name: string;
}

/** A run that a case asks for. @public */
export interface RunsWorldRun {
  /** As the source's facts have it. */
  key: string;
  pipelineKey: string;
}

/** Who may decide a gate that a case asks for. @public */
export interface RunsWorldGate {
  /** `approver`: {@link RunsPeople.approver} alone; `both`: and {@link RunsPeople.other}; `other`: only the other one. */
  approvers: 'approver' | 'other' | 'both';
  /** How many of them are needed (1). */
  needed?: number;
}

/**
 * What the conformance kit does to the tool that a source reads. Everything resolves once the tool took it.
 *
 * @remarks
 * The first four every tool can. Of the rest a harness gives each or says in `cannot` why not; nothing is left out silently.
 *
 * @public
 */
export interface RunsWorld {
  /** A pipeline of that name that never ran. */
  addPipeline(name: string): Promise<RunsWorldPipeline>;
  /** Starts a run whose first stage runs and goes on until it is told otherwise; a second stage has not begun. */
  startRun(pipeline: RunsWorldPipeline): Promise<RunsWorldRun>;
  /** Ends a run, and its stages with it. */
  finish(
    run: RunsWorldRun,
    verdict: 'succeeded' | 'failed' | 'cancelled',
  ): Promise<void>;
  /** Takes away a pipeline and what ran of it; also one that was deleted already. */
  remove(pipeline: RunsWorldPipeline): Promise<void>;

  /** Runs that are over, more than two pages of a list hold. */
  manyRuns?(pipeline: RunsWorldPipeline): Promise<RunsWorldRun[]>;
  /** From now on these runs change between the pages of every list, so that their rows move or come twice. Gives the end. */
  moveBetweenPages?(runs: RunsWorldRun[]): Promise<() => Promise<void>>;
  /** Lists fail after their first page. Gives the end. */
  breakLists?(): Promise<() => Promise<void>>;
  /** No list names this run any more, though it can be read. */
  hideFromLists?(run: RunsWorldRun): Promise<void>;
  /** Moves whatever the tool stamps by itself on a run and its pipeline: times, counters, versions. */
  restamp?(run: RunsWorldRun): Promise<void>;
  /** Maps come in another order in every answer. Gives the end. */
  shuffleMaps?(): Promise<() => Promise<void>>;
  /** The source asks again and again, waiting between by `RunDemand.wait`. */
  readonly polls?: true;
  /** The tool cannot be reached. Gives the end. */
  cutOff?(): Promise<() => Promise<void>>;
  /** The tool takes calls and answers none. Gives the end. */
  hang?(): Promise<() => Promise<void>>;
  /** The credential is no longer accepted. Gives the end. */
  revoke?(): Promise<() => Promise<void>>;
  /** Gives a run a status that no version ever had. */
  setUnknownValue?(run: RunsWorldRun): Promise<void>;
  /** Puts a text where secrets are wont to leak from: hidden settings, metadata, parameters that are passwords. */
  plantSecret?(run: RunsWorldRun, secret: string): Promise<void>;
  /** The tool deletes the pipeline, and keeps its runs. */
  deletePipeline?(pipeline: RunsWorldPipeline): Promise<void>;
  /** The pipeline is switched off at the tool. */
  disablePipeline?(pipeline: RunsWorldPipeline): Promise<void>;
  /** Whoever runs this pipeline can no longer be reached by the tool. Gives the end. */
  stopAgent?(pipeline: RunsWorldPipeline): Promise<() => Promise<void>>;
  /** Whoever runs it is started anew, so that the tool says that the running stage began now. */
  restartAgent?(run: RunsWorldRun): Promise<void>;
  /** A run of a pipeline that has one already, which the tool holds back until that is over. */
  queueRun?(pipeline: RunsWorldPipeline): Promise<RunsWorldRun>;

  /** A run that waits at an open gate. */
  startGatedRun?(
    pipeline: RunsWorldPipeline,
    gate: RunsWorldGate,
  ): Promise<RunsWorldRun>;
  /** Closes the gate that is open and opens it, or the next one, so that an old decision must not count. */
  reopenGate?(run: RunsWorldRun): Promise<void>;
  /** Somebody approves in the tool itself. */
  approveElsewhere?(
    run: RunsWorldRun,
    who: 'approver' | 'other',
  ): Promise<void>;
  /** The run goes back to where it was, while its gate still looks open. */
  rollBack?(run: RunsWorldRun): Promise<void>;
  /** The time to decide runs out. */
  expireGate?(run: RunsWorldRun): Promise<void>;

  /** The source can read a run with its gates anew (`GatesFacet.read`). */
  readonly readsGates?: true;
  /** The source can decide gates with the people of the harness; not only link to the tool. */
  readonly decides?: true;
  /** How many calls that change something have reached the tool. */
  writes?(): Promise<number>;
  /** Who the tool says approved or rejected at the gates of this run. */
  decisionsOf?(run: RunsWorldRun): Promise<string[]>;
  /** The tool takes the next call that changes something, and the connection is lost before it answers. Gives the end. */
  loseAnswers?(): Promise<() => Promise<void>>;
  /** The right to decide is taken from everybody. Gives the end. */
  forbidDecisions?(): Promise<() => Promise<void>>;
  /** A run that waits at a gate in a project of the tool that this source is not configured for. */
  addForeignRun?(): Promise<RunsWorldRun & { approvers: string[] }>;
  /** The source can do at least one action with the people of the harness. */
  readonly acts?: true;
  /** One of them is to cancel a run. */
  readonly cancels?: true;
  /** One of them has a pipeline as its subject. */
  readonly syncs?: true;

  /** Adds lines to the log of the running stage. */
  writeLog?(run: RunsWorldRun, lines: string[]): Promise<void>;
  /** Lines written after this are numbered from there, as when others were written that are not served. */
  skipLog?(run: RunsWorldRun, lines: number): Promise<void>;
  /** Takes back the last lines, as if whoever runs it was killed before it stored them. */
  dropLog?(run: RunsWorldRun, lines: number): Promise<void>;

  /** A webhook that the tool would send of this run, with everything that proves that it comes from there. */
  hookRequest?(run: RunsWorldRun): HookRequest & { secretHeader: string };
  /** Headers that prove another body, for tools that sign bodies; left out where the secret alone proves it. */
  signHook?(body: Buffer): HookRequest['headers'];
}

/** What a world may be able to do. @public */
export type RunsWorldAbility = Exclude<
  keyof RunsWorld,
  'addPipeline' | 'startRun' | 'finish' | 'remove' | 'signHook'
>;

const abilities: Record<RunsWorldAbility, true> = {
  manyRuns: true,
  moveBetweenPages: true,
  breakLists: true,
  hideFromLists: true,
  restamp: true,
  shuffleMaps: true,
  polls: true,
  cutOff: true,
  hang: true,
  revoke: true,
  setUnknownValue: true,
  plantSecret: true,
  deletePipeline: true,
  disablePipeline: true,
  stopAgent: true,
  restartAgent: true,
  queueRun: true,
  startGatedRun: true,
  reopenGate: true,
  approveElsewhere: true,
  rollBack: true,
  expireGate: true,
  readsGates: true,
  decides: true,
  writes: true,
  decisionsOf: true,
  loseAnswers: true,
  forbidDecisions: true,
  addForeignRun: true,
  acts: true,
  cancels: true,
  syncs: true,
  writeLog: true,
  skipLog: true,
  dropLog: true,
  hookRequest: true,
};

/** Every {@link RunsWorldAbility}. @public */
export const runsWorldAbilities = Object.keys(abilities) as RunsWorldAbility[];
