import { RequestEvent } from '../../model/RequestEvent';
import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, same, conflict } = outcome;

/** E5. A refusal that is taken back leaves what was agreed to before it, which then waits for its gates again. */
export function advanceWithdrawal(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'withdraw' }>,
): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return conflict('FINAL');
    case 'P':
      // Enough had agreed, and only this refusal stood against it.
      return event.quorumMet
        ? moved('held', [{ type: 'withdraw-votes', whose: 'own' }])
        : same({ type: 'withdraw-votes', whose: 'own' });
    case 'H':
      return event.quorumMet
        ? same({ type: 'withdraw-votes', whose: 'own' })
        : moved('pending', [{ type: 'withdraw-votes', whose: 'own' }]);
    case 'Q':
      if (!event.decisive) {
        return conflict('DECISION_SEALED');
      }
      return event.leased
        ? conflict('TOO_LATE')
        : moved(
            event.quorumMet ? 'held' : 'pending',
            [
              { type: 'recall-delivery' },
              { type: 'withdraw-votes', whose: 'own' },
            ],
            { decision: 'none' },
          );
    default:
      return conflict('DECISION_IN_FLIGHT');
  }
}
