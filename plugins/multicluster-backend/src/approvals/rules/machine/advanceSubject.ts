import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, noted, ignored } = outcome;
const voided: RequestEffect = {
  type: 'void-votes',
  which: 'all',
  reason: 'subject-changed',
};

/** E14. What was taken up is left to its preflight, which compares the digest right before anything is sent. */
export function advanceSubject(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'subject-changed' }>,
): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
    case 'H':
      return moved('pending', [voided], { nextGeneration: true });
    case 'Q':
      return event.leased
        ? noted()
        : moved('pending', [{ type: 'recall-delivery' }, voided], {
            decision: 'none',
            nextGeneration: true,
          });
    default:
      return noted();
  }
}
