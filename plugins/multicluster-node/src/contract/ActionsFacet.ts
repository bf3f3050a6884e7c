import {
  ActionResult,
  IdentityMode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from './DetailFacet';
import { PipelineFact, RunFact } from './runFacts';

/**
 * What else may be done at a delivery tool: cancel or retry a run, skip a stage, sync a pipeline.
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

/** @public */
export type ActionName = 'cancel' | 'retry' | 'sync' | 'skip';

/** {@inheritDoc ActionsFacet.capabilities} @public */
export interface ActionCapability {
  name: ActionName;
  subject: 'run' | 'stage' | 'pipeline';
  available: boolean;
  reason?: Sentence;
  /** Best first. */
  identityModes: IdentityMode[];
  delivery: 'worker' | 'in-request';
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
  idempotencyKey: string;
  userCredential?: string;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}
