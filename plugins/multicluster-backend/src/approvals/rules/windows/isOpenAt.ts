import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { spanAt } from './spanAt';

/**
 * Whether windows let something take effect at a moment: one opening of each set holds, and no freeze does. The windows have no
 * problem, see windowProblem.
 */
export function isOpenAt(
  windows: readonly ApprovalWindow[],
  at: number,
): boolean {
  const holds = (window: ApprovalWindow) => spanAt(window, at) !== undefined;
  const allowed = windows.filter(({ kind }) => kind === 'allow');
  const sets = new Set(allowed.map(({ set = 0 }) => set));
  return (
    [...sets].every(one =>
      allowed.some(window => (window.set ?? 0) === one && holds(window)),
    ) && !windows.some(window => window.kind === 'deny' && holds(window))
  );
}
