import { Actor, Sentence } from '@fairway/backstage-plugin-multicluster-common';

/**
 * What can happen to a request. Numbers are those of the table that the machine is held to, see docs/approvals.
 *
 * @remarks
 * `leased`: a step of its delivery was taken up, as read in the same transaction: nothing can be taken back. `begun`: a step of
 * it had an effect, or may have: the request cannot go back to before it.
 */
export type RequestEvent =
  /** E1-E4. `quorum` and `gatesOpen` are as they are with this vote counted. */
  | {
      type: 'vote';
      decision: 'approve' | 'reject';
      quorumMet: boolean;
      rejectionsMet: boolean;
      gatesOpen: boolean;
      leased: boolean;
    }
  /** E5. `quorumMet`: without it. */
  | { type: 'withdraw'; quorumMet: boolean; decisive: boolean; leased: boolean }
  /** E6. */
  | { type: 'recall'; leased: boolean }
  /** E9. `quorumMet` with votes that hold by now. */
  | { type: 'gates-opened'; quorumMet: boolean }
  /** E10. */
  | { type: 'gates-closed'; overrun: boolean; leased: boolean }
  /** E13. */
  | { type: 'deadline' }
  /** E14. */
  | { type: 'subject-changed'; leased: boolean }
  /** E15. */
  | {
      type: 'superseded';
      policy: 'latest' | 'queue';
      leased: boolean;
      by?: string;
    }
  /** E16. Seen by two reads at least five seconds apart. */
  | { type: 'gate-gone'; sentence: Sentence; leased: boolean }
  /** E17. */
  | { type: 'leased' }
  /** E17, found before anything was sent. */
  | {
      type: 'preflight-failed';
      why: 'subject' | 'eligibility' | 'policy';
      begun: boolean;
    }
  /** E19. `ours`: the actor and the effect are those of our steps. */
  | {
      type: 'decided';
      decision: 'approve' | 'reject';
      ours: boolean;
      actor?: Actor;
    }
  /** E19, but nobody decided: time ran out, or whoever ran it was stopped. */
  | {
      type: 'ended-undecided';
      how: 'expired' | 'cancelled';
      sentence: Sentence;
    }
  /** E18-E19: every step was observed. */
  | { type: 'delivered' }
  /** E20. */
  | { type: 'not-delivered'; begun: boolean }
  /** E21. */
  | { type: 'ambiguous' }
  /** E21, a read told: still waiting, and sending again is safe. */
  | { type: 'resolved-waiting'; begun: boolean }
  /** E22. */
  | { type: 'refused'; sentence: Sentence; begun: boolean }
  | { type: 'halted'; sentence: Sentence }
  | {
      type: 'resolved';
      action: 'continue' | 'roll-back' | 'abandon';
      begun: boolean;
    }
  /** E24. `quorumMet`: without the vote, what was decided, or is being decided, has the votes it needs. */
  | { type: 'eligibility-lost'; quorumMet: boolean; leased: boolean }
  /** E25. `quorumMet` by the stricter of both; `rejectionsMet`: by it and not before it. */
  | {
      type: 'policy-changed';
      quorumMet: boolean;
      rejectionsMet: boolean;
      leased: boolean;
    }
  /** E23. What is there is not what was approved. */
  | { type: 'content-differs' }
  /** E26. */
  | { type: 'break-glass' }
  /** E29. It needs no new approval, and nobody voted. */
  | { type: 'exempted' }
  /** E27. The source was not read for longer than may be. */
  | { type: 'unreadable' };
