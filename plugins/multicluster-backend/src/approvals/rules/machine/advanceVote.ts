import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';
import { sealed } from './sealed';

const { moved, same, conflict } = outcome;
const counted: RequestEffect = { type: 'store-vote', as: 'counted' };

/** E1-E4. Whether the voter may vote at all was judged before. */
export function advanceVote(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'vote' }>,
): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return same({ type: 'store-vote', as: 'late' });
    case 'P':
    case 'H':
      if (situation.delivery === 'none') {
        return conflict('DECIDED_IN_TOOL');
      }
      return event.decision === 'reject'
        ? rejected(situation, event)
        : approved(situation, event);
    case 'Q':
      return whileQueued(situation, event);
    default:
      return conflict('DECISION_IN_FLIGHT');
  }
}

function rejected(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'vote' }>,
): Advance {
  if (event.rejectionsMet) {
    return sealed(situation, 'reject', { before: [counted] });
  }
  // Who agreed and does not any more leaves it with fewer than it needs: it is not held for its window then.
  return situation.state === 'held' && !event.quorumMet
    ? moved('pending', [counted])
    : same(counted);
}

function approved(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'vote' }>,
): Advance {
  // A refusal whose decision somebody else took back still counts: only who refused can make way for it.
  if (situation.state === 'held' || !event.quorumMet || event.rejectionsMet) {
    return same(counted);
  }
  return event.gatesOpen
    ? sealed(situation, 'approve', { before: [counted] })
    : moved('held', [counted]);
}

/** A refusal that is enough takes back what was agreed to, as long as nobody took it up; nothing else moves what is sealed. */
function whileQueued(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'vote' }>,
): Advance {
  if (event.decision === 'approve' || !event.rejectionsMet) {
    return conflict('DECISION_SEALED');
  }
  if (situation.decision === 'reject') {
    return same();
  }
  return event.leased
    ? conflict('DECISION_IN_FLIGHT')
    : sealed(situation, 'reject', {
        before: [{ type: 'recall-delivery' }, counted],
      });
}
