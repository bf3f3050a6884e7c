import { RequestEvent } from '../../model/RequestEvent';
import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, ignored } = outcome;

/** E19: the source shows a decision. It is ours only when it is the one that we sent, and sent by us. */
export function advanceDecided(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'decided' }>,
): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
    case 'H':
      return moved('external', []);
    case 'Q':
      return moved('external', [{ type: 'recall-delivery' }], {
        decision: 'none',
      });
    default:
      return moved(stateOf(situation, event), [
        { type: 'close-delivery', unsent: 'not-needed' },
      ]);
  }
}

function stateOf(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'decided' }>,
) {
  if (!event.ours || event.decision !== situation.decision) {
    return 'external';
  }
  return event.decision === 'approve' ? 'applied' : 'rejected';
}
