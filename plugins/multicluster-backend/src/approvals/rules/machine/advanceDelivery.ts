import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { Phase, phaseOf } from './phaseOf';

const { moved, same, ignored } = outcome;
const closed: RequestEffect = { type: 'close-delivery', unsent: 'recalled' };

type DeliveryEvent = Extract<
  RequestEvent,
  {
    type:
      | 'leased'
      | 'preflight-failed'
      | 'delivered'
      | 'not-delivered'
      | 'ambiguous'
      | 'resolved-waiting'
      | 'refused'
      | 'halted';
  }
>;

const phasesOf: Record<DeliveryEvent['type'], Phase[]> = {
  leased: ['Q', 'D'],
  'preflight-failed': ['Q', 'D'],
  delivered: ['D', 'U', 'X'],
  'not-delivered': ['D'],
  ambiguous: ['D', 'U'],
  'resolved-waiting': ['U'],
  refused: ['Q', 'D', 'U'],
  halted: ['Q', 'D', 'U', 'X'],
};

/** E17, E18 and E20-E22: what a worker says of what it delivers. Each event belongs to some states and is ignored in the others. */
export function advanceDelivery(
  situation: Situation,
  event: DeliveryEvent,
): Advance {
  const phase = phaseOf(situation.state);
  if (!phasesOf[event.type].includes(phase)) {
    return ignored();
  }
  switch (event.type) {
    case 'leased':
      return phase === 'D' ? same() : moved('delivering', []);
    case 'preflight-failed':
      return preflightFailed(event);
    case 'delivered':
      return moved(situation.decision === 'reject' ? 'rejected' : 'applied', [
        { type: 'close-delivery', unsent: 'not-needed' },
      ]);
    case 'ambiguous':
      return phase === 'U' ? same() : moved('unknown', []);
    case 'not-delivered':
    case 'resolved-waiting':
      return again(phase, event.begun);
    case 'refused':
      return event.begun
        ? halted({ type: 'halt', why: 'refused', sentence: event.sentence })
        : moved('failed', [closed]);
    default:
      return halted({ type: 'halt', why: 'step', sentence: event.sentence });
  }
}

/** What had an effect already cannot be voted on again: somebody says how it goes on. */
function preflightFailed(
  event: Extract<RequestEvent, { type: 'preflight-failed' }>,
): Advance {
  const { why, begun } = event;
  if (begun) {
    return halted({ type: 'halt', why });
  }
  const recall: RequestEffect = { type: 'recall-delivery' };
  return why === 'subject'
    ? moved(
        'pending',
        [
          recall,
          { type: 'void-votes', which: 'all', reason: 'subject-changed' },
        ],
        { decision: 'none', nextGeneration: true },
      )
    : moved('pending', [recall], { decision: 'none' });
}

/** Back to where it can be recalled only while nothing of it had an effect. */
function again(phase: Phase, begun: boolean): Advance {
  if (!begun) {
    return moved('queued', [{ type: 'retry' }]);
  }
  return phase === 'D'
    ? same({ type: 'retry' })
    : moved('delivering', [{ type: 'retry' }]);
}

function halted(effect: RequestEffect): Advance {
  return moved('halted', [effect]);
}
