import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, same, ignored } = outcome;

/**
 * E25: the policy changed. What is not taken up is decided by the stricter of both; an approval that still has the votes waits
 * for its gates again, because windows may have changed too. A rejection that is queued keeps its votes: whether they hold is
 * asked for by itself, see E24. What is on its way finishes by what it was sealed with.
 */
export function advancePolicy(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'policy-changed' }>,
): Advance {
  const apply: RequestEffect = { type: 'apply-policy' };
  const voided: RequestEffect = {
    type: 'void-votes',
    which: 'named',
    reason: 'policy-changed',
  };
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
      return same(apply, voided);
    case 'H':
      return event.quorumMet
        ? same(apply, voided)
        : moved('pending', [apply, voided]);
    case 'Q':
      if (event.leased) {
        return same();
      }
      return situation.decision === 'reject'
        ? same(apply)
        : moved(
            event.quorumMet ? 'held' : 'pending',
            [{ type: 'recall-delivery' }, apply, voided],
            { decision: 'none' },
          );
    default:
      return same();
  }
}
