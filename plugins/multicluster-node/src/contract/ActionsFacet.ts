import {
  ActionResult,
  IdentityMode,
  InputParameter,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from './DetailFacet';
import { PipelineFact, RunFact } from './runFacts';

/**
 * What else may be done at a delivery tool: end or repeat a run, skip a stage, sync, promote or hold a pipeline.
 *
 * @public
 */
export interface ActionsFacet {
  capabilities(): ActionCapability[];

  /**
   * Does it, after reading its subject once more: what is over, deleted or disabled is refused before anything is sent.
   * Never rejects for what the tool says; rejects only when the signal aborted before anything was sent.
   */
  act(request: ActionRequest): Promise<ActionResult>;
}

/**
 * What can be asked for. `cancel-graceful` lets clean-ups run; `retry` repeats what failed within the run, `rerun` makes a
 * new one; `rollback` and `promote` name the version in `parameters`.
 *
 * @public
 */
export type ActionName =
  | 'cancel'
  | 'cancel-graceful'
  | 'retry'
  | 'rerun'
  | 'sync'
  | 'skip'
  | 'rollback'
  | 'promote'
  | 'pause'
  | 'resume';

/** {@inheritDoc ActionsFacet.capabilities} @public */
export interface ActionCapability {
  name: ActionName;
  subject: 'run' | 'stage' | 'pipeline';
  available: boolean;
  reason?: Sentence;
  /** Best first. */
  identityModes: IdentityMode[];
  delivery: 'worker' | 'in-request';
  /** What may be said with it; absent: nothing. */
  parameters?: InputParameter[];
}

/** {@inheritDoc ActionsFacet.act} @public */
export interface ActionRequest {
  name: ActionName;
  subject:
    | { kind: 'run'; run: RunFact }
    | { kind: 'stage'; run: RunFact; stageId: string }
    | { kind: 'pipeline'; pipeline: PipelineFact };
  caller: Caller;
  comment?: string;
  /** Values for `ActionCapability.parameters`, by name. */
  parameters?: Record<string, string>;
  idempotencyKey: string;
  userCredential?: string;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}
