import { PlacementState } from './TargetAxes';

/**
 * States of a target, worst first: in this order trouble is listed, and the first of them that anything is in stands for
 * many.
 *
 * @public
 */
export const placementStatesWorstFirst: readonly PlacementState[] = [
  'apply-failed',
  'unhealthy',
  'suspended',
  'evicting',
  'unknown',
  'rolling-out',
  'pending',
  'awaiting-purge',
  'leaving',
  'healthy',
  // Last: a Service that nobody can judge must not hide that the Deployment beside it is healthy.
  'applied',
];

/**
 * How much a state needs somebody's eye: lower is worse. A state this version does not know ranks as unknown.
 *
 * @public
 */
export function placementSeverity(state: PlacementState): number {
  const index = placementStatesWorstFirst.indexOf(state);
  return index < 0 ? placementStatesWorstFirst.indexOf('unknown') : index;
}
