import { Sentence } from '../Sentence';
import { Actor } from './Actor';
import { RunDetail, RunStatus } from './RunStatus';

/** What made a run. @public */
export type RunTriggerKind =
  | 'commit'
  | 'manual'
  | 'drift'
  | 'chain'
  | 'schedule'
  | 'event'
  | 'unknown';

/** {@inheritDoc RunTriggerKind} @public */
export interface RunTrigger {
  kind: RunTriggerKind;
  actor?: Actor;
  /** ISO 8601. */
  at?: string;
}

/** What a run was made from. @public */
export interface RunCommit {
  sha: string;
  message?: string;
  author?: string;
  branch?: string;
  pullRequest?: number;
  url?: string;
  /** ISO 8601; when it was committed. */
  createdAt?: string;
}

/** What a run delivers. @public */
export interface RunArtifact {
  kind: 'image' | 'git' | 'chart' | 'object' | 'module' | 'unknown';
  name: string;
  version: string;
  url?: string;
}

/** One execution of a pipeline, without its stages. @public */
export interface PipelineRun {
  /** Hash of the identity, for use in paths. */
  id: string;
  /** Configured name of the source. */
  source: string;
  /** As the tool identifies it. */
  nativeId: string;
  pipeline: PipelineRef;
  number?: number;
  status: RunStatus;
  detail?: RunDetail;
  /** As the tool wrote it. */
  nativeStatus: string;
  /** What a reader should know of it first: what is waited for, why it failed, what runs. */
  sentence: Sentence;
  /** The strategy as the tool describes it, for example "Quick sync". Text, never markup. */
  summary?: string;
  trigger: RunTrigger;
  commit?: RunCommit;
  artifacts: RunArtifact[];
  /** Runs that were made as one, over several pipelines. */
  chain?: { id: string; index: number };
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  startedAt?: string;
  /** ISO 8601. */
  finishedAt?: string;
  /** The run in the tool. */
  url?: string;
}

/** Which pipeline. @public */
export interface PipelineRef {
  /** Hash of the identity. */
  id: string;
  nativeId: string;
  name: string;
  url?: string;
  /** What its system is called where people read it, for example "PipeCD" in "Open in PipeCD". */
  tool?: string;
}
