import { StepRecord } from '../model/StepRecord';
import { hasBegun } from './hasBegun';

/** Whether a delivery was taken up: nothing of it can be taken back. A lease that ran out before anything was sent does not count. */
export function isLeased(steps: readonly StepRecord[], now: number): boolean {
  return (
    hasBegun(steps) ||
    steps.some(
      ({ state, leaseUntil }) => state === 'leased' && (leaseUntil ?? 0) > now,
    )
  );
}
