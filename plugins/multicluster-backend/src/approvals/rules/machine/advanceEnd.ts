import { ApprovalState } from '@fairway/backstage-plugin-multicluster-common';
import { RequestEvent } from '../../model/RequestEvent';
import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, same, noted, ignored } = outcome;

/**
 * E13, E15, E16 and what else ends a request without anybody's decision. What was sealed before its deadline is honoured, and
 * what is on its way is finished first; that its gate is gone is then for the worker's own read to say.
 */
export function advanceEnd(
  situation: Situation,
  event: Extract<
    RequestEvent,
    { type: 'deadline' | 'superseded' | 'gate-gone' | 'ended-undecided' }
  >,
): Advance {
  const phase = phaseOf(situation.state);
  switch (event.type) {
    case 'deadline':
      return phase === 'P' || phase === 'H'
        ? moved('expired', [])
        : quiet(situation);
    case 'superseded':
      return event.policy === 'queue'
        ? quiet(situation)
        : beforeLease(situation, event.leased, 'superseded', same());
    case 'gate-gone':
      return phase === 'X'
        ? ended(situation, 'cancelled')
        : beforeLease(situation, event.leased, 'cancelled', noted());
    default:
      return ended(situation, event.how);
  }
}

function quiet(situation: Situation): Advance {
  return phaseOf(situation.state) === 'T' ? ignored() : same();
}

function beforeLease(
  situation: Situation,
  leased: boolean,
  to: ApprovalState,
  after: Advance,
): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
    case 'H':
      return moved(to, []);
    case 'Q':
      return leased ? after : ended(situation, to);
    default:
      return after;
  }
}

function ended(situation: Situation, to: ApprovalState): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
    case 'H':
      return moved(to, []);
    case 'Q':
      return moved(to, [{ type: 'recall-delivery' }], { decision: 'none' });
    default:
      return moved(to, [{ type: 'close-delivery', unsent: 'recalled' }]);
  }
}
