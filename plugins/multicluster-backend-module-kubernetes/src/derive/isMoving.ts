import { WorkloadNative } from '../native/WorkloadNative';

/**
 * Whether a change is under way: the controller has yet to look at it, copies of the newest revision are missing, or more
 * run than are wanted.
 *
 * @internal
 */
export function isMoving(native: WorkloadNative): boolean {
  const { behind, wanted, renewed, total = 0, updated = 0 } = native;
  if (behind) {
    return true;
  }
  return (
    (renewed !== undefined && updated < renewed) ||
    (wanted !== undefined && total > wanted)
  );
}
