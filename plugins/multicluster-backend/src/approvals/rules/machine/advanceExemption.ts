import { Advance, Situation } from './AdvanceResult';
import { outcome } from './outcome';
import { phaseOf } from './phaseOf';
import { sealed } from './sealed';

const { conflict } = outcome;

/**
 * E29. What is decided about was approved for the lane before, which digests prove: it is sealed without votes. Nobody voted, so
 * that nobody has anything to take back, and copies that are missing wait for no recall window. Digest, preflight and a stop of
 * the line still hold it; windows are whoever tells it's to look at.
 */
export function advanceExemption(situation: Situation): Advance {
  switch (phaseOf(situation.state)) {
    case 'T':
      return conflict('FINAL');
    case 'P':
    case 'H':
      return situation.delivery === 'worker'
        ? sealed(situation, 'approve', { bypass: true, atOnce: true })
        : conflict('DECIDED_IN_TOOL');
    case 'Q':
      return conflict('DECISION_SEALED');
    default:
      return conflict('DECISION_IN_FLIGHT');
  }
}
