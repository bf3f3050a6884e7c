import {
  PlacementSummary,
  SCALED_TO_ZERO,
} from '@fairway/backstage-plugin-multicluster-common';
import { AnyState } from './stateLook';

/**
 * The state a placement is shown with. One that nobody wants copies of is well without running: "Healthy" would promise
 * more. One that cannot be placed anew and goes on where it is runs: "Not placed" would take that back. One whose change is
 * held back does not roll out: it waits for a person.
 *
 * @public
 */
export function summaryState(
  summary: Pick<PlacementSummary, 'state' | 'reason' | 'flags'>,
): AnyState {
  const { state, reason, flags } = summary;
  if (state === 'converged' && reason === SCALED_TO_ZERO) {
    return 'scaled-to-zero';
  }
  if (state === 'progressing' && flags.includes('held')) {
    return 'suspended';
  }
  return state === 'unscheduled' && flags.includes('kept') ? 'kept' : state;
}
