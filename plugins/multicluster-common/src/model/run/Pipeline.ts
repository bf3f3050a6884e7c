import { Sentence } from '../Sentence';
import { PipelineRef } from './PipelineRun';

/** Whether what is deployed is what the repository says. @public */
export type SyncStatus = 'synced' | 'out-of-sync' | 'deploying' | 'unknown';

/** Whether whoever runs pipelines can be reached by its tool. @public */
export type AgentState = 'online' | 'offline' | 'unknown';

/** Whoever executes the runs of a pipeline: a piped, a controller, a Jenkins agent. @public */
export interface Agent {
  nativeId: string;
  name: string;
  state: AgentState;
  /** ISO 8601. Since when `state` is what it is. */
  since?: string;
  version?: string;
}

/**
 * What keeps a pipeline from starting a run although there is something to do: a closed window, a suspension. A gate of a run
 * is none.
 *
 * @public
 */
export interface PipelineHold {
  kind: 'window' | 'suspended';
  sentence: Sentence;
  /** ISO 8601, where the tool can say when it ends. */
  until?: string;
}

/** Something a tool runs again and again for one deployed thing: an application, a pipeline, a job. @public */
export interface Pipeline extends PipelineRef {
  /** Configured name of the source. */
  source: string;
  labels: Record<string, string>;
  sync: { status: SyncStatus; sentence?: Sentence; since?: string };
  hold?: PipelineHold;
  agent?: Agent;
  /** Clusters or accounts it deploys to, as the tool names them. */
  deployTargets: string[];
  repository?: { remote: string; branch?: string; path?: string };
  disabled: boolean;
}
