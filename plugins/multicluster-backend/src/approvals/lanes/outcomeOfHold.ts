import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { StepObservation } from '../delivery/DeliveryAdapter';

/**
 * Whether everything is held again.
 *
 * @param look - what a dry run of holding was answered with, see LaneHand.isHeld
 */
export function outcomeOfHold(look: ActionResult): StepObservation {
  if (look.outcome === 'noop') {
    return { state: 'observed', sentence: sentence('lane.held') };
  }
  if (look.code === 'not-found') {
    return {
      state: 'not-needed',
      ...(look.sentence && { sentence: look.sentence }),
    };
  }
  // Holding twice does no harm, so that nothing has to settle before it is tried again.
  return {
    state: 'waiting',
    settled: true,
    sentence:
      look.outcome === 'requested'
        ? sentence('lane.step.notHeld')
        : look.sentence,
  };
}
