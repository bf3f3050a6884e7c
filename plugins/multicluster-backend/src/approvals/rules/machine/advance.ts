import { RequestEvent } from '../../model/RequestEvent';
import { Advance, Situation } from './AdvanceResult';
import { advanceBreakGlass } from './advanceBreakGlass';
import { advanceDecided } from './advanceDecided';
import { advanceDelivery } from './advanceDelivery';
import { advanceEnd } from './advanceEnd';
import { advanceExemption } from './advanceExemption';
import { advanceGates } from './advanceGates';
import { advancePolicy } from './advancePolicy';
import { advanceRecall } from './advanceRecall';
import { advanceResolution } from './advanceResolution';
import { advanceRights } from './advanceRights';
import { advanceSubject } from './advanceSubject';
import { advanceVote } from './advanceVote';
import { advanceWithdrawal } from './advanceWithdrawal';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

/**
 * What an event does to a request: the state machine of approvals, whole. Whoever calls it has read everything the event says in
 * the transaction in which the answer is written, and writes all of it or nothing.
 */
export function advance(situation: Situation, event: RequestEvent): Advance {
  switch (event.type) {
    case 'vote':
      return advanceVote(situation, event);
    case 'withdraw':
      return advanceWithdrawal(situation, event);
    case 'recall':
      return advanceRecall(situation, event);
    case 'break-glass':
      return advanceBreakGlass(situation);
    case 'exempted':
      return advanceExemption(situation);
    case 'resolved':
      return advanceResolution(situation, event);
    case 'gates-opened':
    case 'gates-closed':
      return advanceGates(situation, event);
    case 'subject-changed':
      return advanceSubject(situation, event);
    case 'deadline':
    case 'superseded':
    case 'gate-gone':
    case 'ended-undecided':
      return advanceEnd(situation, event);
    case 'decided':
      return advanceDecided(situation, event);
    case 'eligibility-lost':
      return advanceRights(situation, event);
    case 'policy-changed':
      return advancePolicy(situation, event);
    case 'content-differs':
      return situation.state === 'applied'
        ? outcome.same({ type: 'incident', kind: 'UNAPPROVED_CONTENT' })
        : outcome.ignored();
    case 'unreadable':
      return phaseOf(situation.state) === 'T'
        ? outcome.ignored()
        : outcome.same();
    default:
      return advanceDelivery(situation, event);
  }
}
