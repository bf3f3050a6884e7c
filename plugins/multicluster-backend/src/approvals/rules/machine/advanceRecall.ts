import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, conflict } = outcome;
const withdraw: RequestEffect = { type: 'withdraw-votes', whose: 'own-or-all' };

/** E6, by a counted voter or an owner. */
export function advanceRecall(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'recall' }>,
): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return conflict('FINAL');
    case 'P':
      return conflict('NOTHING_TO_RECALL');
    case 'H':
      return moved('pending', [withdraw]);
    case 'Q':
      return event.leased
        ? conflict('TOO_LATE')
        : moved('pending', [{ type: 'recall-delivery' }, withdraw], {
            decision: 'none',
          });
    default:
      return conflict('TOO_LATE');
  }
}
