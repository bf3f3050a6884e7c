import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';
import { sealed } from './sealed';

const { moved, same, ignored } = outcome;

/**
 * E25: the policy changed. What is not taken up is decided by the stricter of both; an approval that still has the votes waits
 * for its gates again, because windows may have changed too. A rejection that is queued keeps its votes: whether they hold is
 * asked for by itself, see E24. Refusals that suffice only now decide it, as the last of them would have; not where only a
 * person's own request can deliver that. What is on its way finishes by what it was sealed with.
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
  const rejects = event.rejectionsMet && situation.delivery === 'worker';
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
      return rejects
        ? sealed(situation, 'reject', { before: [apply, voided] })
        : same(apply, voided);
    case 'H':
      if (rejects) {
        return sealed(situation, 'reject', { before: [apply, voided] });
      }
      return event.quorumMet
        ? same(apply, voided)
        : moved('pending', [apply, voided]);
    case 'Q':
      if (event.leased) {
        return same();
      }
      return situation.decision === 'reject'
        ? same(apply)
        : takenBack(situation, [apply, voided], {
            rejects,
            quorumMet: event.quorumMet,
          });
    default:
      return same();
  }
}

/** An approval that nobody took up. */
function takenBack(
  situation: Situation,
  effects: RequestEffect[],
  { rejects, quorumMet }: { rejects: boolean; quorumMet: boolean },
): Advance {
  const before: RequestEffect[] = [{ type: 'recall-delivery' }, ...effects];
  return rejects
    ? sealed(situation, 'reject', { before })
    : moved(quorumMet ? 'held' : 'pending', before, { decision: 'none' });
}
