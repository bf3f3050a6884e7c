import {
  ActionResult,
  Actor,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { JsonObject } from '@backstage/types';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep, StepRecord } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';

/** What a kind of request needs to take effect. The worker keeps order, leases and outcomes; an adapter keeps nothing. */
export interface DeliveryAdapter {
  /** One step for each effect, in the order in which they are sent. Pure. */
  plan(request: RequestRecord, votes: VoteRecord[]): PlannedStep[];

  /** Reads what is decided about, now, right before something is sent. Rejects when it cannot be read. */
  preflight(context: StepContext): Promise<Preflight>;

  /** Sends it once. Never rejects for what the source says, see ActionResult. */
  send(context: StepContext): Promise<ActionResult>;

  /** What can be seen of it. Rejects when nothing can be read; that is never an outcome. */
  observe(context: StepContext): Promise<StepObservation>;

  /**
   * Called after a request that was in hand halted or ended, so that nothing of it stays as only a delivery that goes on may leave it.
   * Called again where it halts again. Never rejects.
   */
  rest?(request: RequestRecord): Promise<void>;
}

/** What an adapter is given. */
export interface StepContext {
  request: RequestRecord;
  step: StepRecord;
  /** All of its delivery, in order. */
  steps: StepRecord[];
  /** Counted votes in the order of casting. */
  votes: VoteRecord[];
  /** In whose name: who cast the vote of the step, or the last one that counts. Read from the catalog now. */
  caller?: Caller;
  /** Milliseconds since the epoch, by the clock of the database: what `step.sentAt` is compared with. */
  now: number;
  /** The person's own credential at the tool, for in-request delivery; in memory alone. */
  userCredential?: string;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}

/** Whether a step may be sent now. */
export type Preflight =
  | { go: true }
  /** Not yet: the step before is not counted, a cluster is not well. `memory`: what the next look is to know. */
  | { go: false; why: 'wait'; sentence?: Sentence; memory?: JsonObject }
  /** What is there is not what was decided about. */
  | { go: false; why: 'subject-changed' }
  /** It happened without it. */
  | { go: false; why: 'not-needed'; sentence?: Sentence }
  | { go: false; why: 'decided'; by?: Actor; decision: 'approve' | 'reject' }
  /** Nobody decided: it timed out, or whoever ran it was stopped. */
  | {
      go: false;
      why: 'ended';
      how: 'expired' | 'cancelled';
      sentence: Sentence;
    }
  /** Somebody has to say how it goes on. `memory`: what the step is to know once they have. */
  | { go: false; why: 'halt'; sentence: Sentence; memory?: JsonObject };

/** What became of a step. */
export type StepObservation =
  /** `settled`: enough time passed for the source to show it had it come; sending again is safe then. */
  | {
      state: 'waiting';
      settled: boolean;
      sentence?: Sentence;
      memory?: JsonObject;
    }
  | { state: 'observed' | 'unproven' | 'not-needed'; sentence?: Sentence }
  | { state: 'decided-elsewhere'; by?: Actor; decision: 'approve' | 'reject' }
  | { state: 'ended'; how: 'expired' | 'cancelled'; sentence: Sentence }
  | { state: 'halt'; sentence: Sentence };
