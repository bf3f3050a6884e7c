import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';
import { sealed } from './sealed';

const { conflict } = outcome;

/** E26. Past quorum and windows, never past digest and preflight. */
export function advanceBreakGlass(situation: Situation): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return conflict('FINAL');
    case 'P':
    case 'H':
      return situation.delivery === 'none'
        ? conflict('DECIDED_IN_TOOL')
        : sealed(situation, 'approve', { bypass: true });
    case 'Q':
      return conflict('DECISION_SEALED');
    default:
      return conflict('DECISION_IN_FLIGHT');
  }
}
