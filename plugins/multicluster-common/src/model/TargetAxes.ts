/** Where a target is in its life at the source. @public */
export type TargetLifecycle =
  | 'desired'
  | 'awaiting-purge'
  | 'evicting'
  | 'leaving';

/** How far what is wanted has come to the cluster. @public */
export type TargetDelivery =
  | 'pending'
  | 'held'
  | 'applying'
  | 'rolling-out'
  | 'applied'
  | 'failed'
  | 'drifted'
  | 'missing';

/** What the cluster reports of the workload. `not-modelled`: nobody defined what healthy means for this kind. @public */
export type TargetHealth =
  | 'healthy'
  | 'progressing'
  | 'unhealthy'
  | 'unknown'
  | 'not-modelled';

/** The three axes a target stores; {@link PlacementState} is a label over them. @public */
export interface TargetAxes {
  lifecycle: TargetLifecycle;
  delivery: TargetDelivery;
  health: TargetHealth;
}

/**
 * The label of a target, in order of precedence: the first that applies wins.
 *
 * @public
 */
export const placementStates = [
  'leaving',
  'awaiting-purge',
  'evicting',
  'suspended',
  'pending',
  'apply-failed',
  'rolling-out',
  'unhealthy',
  'unknown',
  'applied',
  'healthy',
] as const;

/** {@inheritDoc placementStates} @public */
export type PlacementState = (typeof placementStates)[number];
