import { RequestEvent } from '../../model/RequestEvent';
import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';
import { sealed } from './sealed';

const { moved, same, ignored } = outcome;

/** E9 and E10: windows, freezes and "not before". What is on its way is never aborted, and a refusal waits for no window. */
export function advanceGates(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'gates-opened' | 'gates-closed' }>,
): Advance {
  const phase = phaseOf(situation.state);
  if (phase === 'T') {
    return ignored();
  }
  if (event.type === 'gates-opened') {
    if (phase !== 'H') {
      return same();
    }
    return event.quorumMet
      ? sealed(situation, 'approve')
      : moved('pending', [{ type: 'note' }]);
  }
  const taken =
    phase === 'Q' &&
    situation.decision === 'approve' &&
    !event.overrun &&
    !event.leased;
  return taken
    ? moved('held', [{ type: 'recall-delivery' }], { decision: 'none' })
    : same();
}
