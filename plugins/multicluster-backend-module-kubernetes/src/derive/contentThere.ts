import { WorkloadNative } from '../native/WorkloadNative';
import { isMoving } from './isMoving';

/**
 * Whose content runs: that of the generation that this tells of, or that of an older generation; undefined: nobody can know it from here.
 *
 * @remarks
 * While the controller has yet to look at a change, it is the generation that it looked at last. Where nothing of the
 * newest revision runs yet, and where old and new stay side by side (a partition, or nobody replaces old copies), nobody
 * can know it: undefined, and never the newest. A template that changed since is not meant by `newest`.
 *
 * @internal
 */
export function contentThere(
  native: WorkloadNative,
): 'newest' | { generation: number } | undefined {
  const { behind, total = 0, updated = 0 } = native;
  if (behind) {
    return { generation: behind.observed };
  }
  if (native.wanted === undefined || total === 0) {
    return 'newest';
  }
  const isMixed = !isMoving(native) && updated < total;
  return updated === 0 || isMixed ? undefined : 'newest';
}
