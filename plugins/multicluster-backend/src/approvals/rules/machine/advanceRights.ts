import { RequestEvent } from '../../model/RequestEvent';
import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';

const { moved, same, noted, ignored } = outcome;

/** E24: a voter lost the right to vote. A vote is void only as long as it is not on its way. */
export function advanceRights(
  situation: Situation,
  event: Extract<RequestEvent, { type: 'eligibility-lost' }>,
): Advance {
  const voided: RequestEffect = {
    type: 'void-votes',
    which: 'named',
    reason: 'not-eligible',
  };
  switch (phaseOf(situation.state)) {
    case 'T':
      return ignored();
    case 'P':
      return same(voided);
    case 'H':
      return event.quorumMet ? same(voided) : moved('pending', [voided]);
    case 'Q':
      if (event.leased) {
        return noted();
      }
      return event.quorumMet
        ? same(voided)
        : moved('pending', [{ type: 'recall-delivery' }, voided], {
            decision: 'none',
          });
    default:
      return noted();
  }
}
