import {
  ApprovalCode,
  ApprovalState,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../../model/RequestRecord';

/** What the machine knows of a request. A RequestRecord is one. */
export type Situation = Pick<
  RequestRecord,
  'state' | 'decision' | 'delivery' | 'halted'
>;

/**
 * What an event does to a request. Nothing is written for `ignored` and `refused`; a worker whose event was ignored lets go of
 * what it holds. Everything of `moved` and `same` is written in one transaction, together with the trail.
 */
export type Advance =
  | {
      kind: 'moved';
      to: ApprovalState;
      /** What was decided, from now on; `none`: nothing any more. Absent: as it was. */
      decision?: 'approve' | 'reject' | 'none';
      /** True: the generation grows. */
      nextGeneration: boolean;
      effects: RequestEffect[];
    }
  | { kind: 'same'; effects: RequestEffect[] }
  | { kind: 'ignored' }
  | Refused;

/** {@inheritDoc Advance} */
export interface Refused {
  kind: 'refused';
  code: ApprovalCode;
  status: 403 | 409 | 412 | 422 | 503;
}

/** What has to be done beside, in this order. */
export type RequestEffect =
  /** `late`: evidence alone. A counted one replaces what the voter said before. */
  | { type: 'store-vote'; as: 'counted' | 'late' }
  /** `own-or-all`: the caller's; all of them where the caller has none. */
  | { type: 'withdraw-votes'; whose: 'own' | 'own-or-all' }
  /** `named`: those the event was told for. */
  | {
      type: 'void-votes';
      which: 'all' | 'named';
      reason: 'subject-changed' | 'not-eligible' | 'policy-changed';
    }
  /**
   * A delivery with its steps. `bypass`: past quorum and windows. `leased`: the request that seals delivers it itself, so that
   * nothing can be taken back; else the steps wait for the end of the recall window.
   */
  | {
      type: 'seal';
      decision: 'approve' | 'reject';
      bypass: boolean;
      leased: boolean;
      /** True: there is nothing to take back, so that nothing is waited for. */
      atOnce?: boolean;
    }
  /** From queued or just leased to recalled. Fails the transaction when a step of it was sent. */
  | { type: 'recall-delivery' }
  /** It is over; what was not sent is closed as this. */
  | { type: 'close-delivery'; unsent: 'not-needed' | 'recalled' }
  /** The step that failed is queued again, later. */
  | { type: 'retry' }
  /** Halted steps are queued again. */
  | { type: 'resume' }
  | {
      type: 'halt';
      why: 'step' | 'refused' | 'subject' | 'eligibility' | 'policy';
      sentence?: Sentence;
    }
  /** The stricter of the old and the new policy is the request's from now on. */
  | { type: 'apply-policy' }
  | { type: 'incident'; kind: 'UNAPPROVED_CONTENT' }
  /** An entry in the trail and nothing else. */
  | { type: 'note' };
