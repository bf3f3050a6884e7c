import { withoutWaiting } from '../delivery/withoutWaiting';
import { RequestChange } from '../store/RequestChange';

/**
 * Goes on with what halted. What was sent before is read first and only then sent again: somebody who says "continue" does not
 * know either whether it had its effect.
 */
export function resumeSteps(change: RequestChange): void {
  for (const step of change.steps) {
    if (step.state === 'halted' || step.state === 'needs-user') {
      change.updateStep(step.id, {
        state: step.sentAt === undefined ? 'queued' : 'ambiguous',
        nextAt: undefined,
        attempts: 0,
        failures: 0,
        sentence: undefined,
        memory: withoutWaiting(step),
        fence: step.fence + 1,
      });
    }
  }
  const { state } = change.request;
  change.updateDelivery({
    state: state === 'queued' ? 'queued' : 'delivering',
  });
}
