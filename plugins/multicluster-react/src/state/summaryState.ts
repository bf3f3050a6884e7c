import {
  PlacementSummary,
  SCALED_TO_ZERO,
} from '@fairway/backstage-plugin-multicluster-common';
import { AnyState } from './stateLook';

/**
 * The state a placement is shown with. One that nobody wants copies of is well without running: "Healthy" would promise
 * more.
 *
 * @public
 */
export function summaryState(
  summary: Pick<PlacementSummary, 'state' | 'reason'>,
): AnyState {
  return summary.state === 'converged' && summary.reason === SCALED_TO_ZERO
    ? 'scaled-to-zero'
    : summary.state;
}
