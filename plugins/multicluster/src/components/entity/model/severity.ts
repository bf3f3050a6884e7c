import { PlacementState } from '@fairway/backstage-plugin-multicluster-common';

const ORDER: readonly PlacementState[] = [
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

/** How much a state needs somebody's eye: lower is worse. A state this version does not know ranks as unknown. @internal */
export function severity(state: PlacementState): number {
  const index = ORDER.indexOf(state);
  return index < 0 ? ORDER.indexOf('unknown') : index;
}

/** Whether a state is one to look into, rather than one that passes by itself. @internal */
export function isTrouble(state: PlacementState): boolean {
  return severity(state) <= ORDER.indexOf('unknown');
}

/** Whether a state asks for no attention at all. @internal */
export function isCalm(state: PlacementState): boolean {
  return severity(state) >= ORDER.indexOf('healthy');
}
