import { RequestEvent } from '../../model/RequestEvent';
import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { sealed } from './sealed';

const { moved, conflict } = outcome;

/**
 * What becomes of what halted. Going back is a decision of its own, in a generation of its own: the one that halted stands in the
 * way of another in its generation, and must, because part of it may have had an effect.
 */
export function advanceResolution(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'resolved' }>,
): Advance {
  const { state, halted } = situation;
  if (state !== 'halted' || !halted?.may.includes(event.action)) {
    return conflict('NOT_HALTED');
  }
  switch (event.action) {
    case 'continue':
      // What had no effect yet can be recalled, and waits for its gates and its votes like any other.
      return moved(event.begun ? 'delivering' : 'queued', [{ type: 'resume' }]);
    case 'roll-back':
      return sealed(situation, 'reject', {
        before: [{ type: 'close-delivery', unsent: 'recalled' }],
        bypass: true,
        nextGeneration: true,
      });
    default:
      return moved('failed', [{ type: 'close-delivery', unsent: 'recalled' }]);
  }
}
