import { PlacementState, TargetAxes } from './TargetAxes';

/**
 * The label of a target, from its axes.
 *
 * @remarks
 * Order and names are those of docs/architecture.md ("The model"). Freshness is not part of it: it is joined with the
 * readiness of the cluster when read.
 *
 * @public
 */
export function placementState(axes: TargetAxes): PlacementState {
  const { lifecycle, delivery, health } = axes;
  if (lifecycle !== 'desired') {
    return lifecycle;
  }
  switch (delivery) {
    case 'held':
      return 'suspended';
    case 'pending':
    case 'applying':
      return 'pending';
    case 'failed':
      return 'apply-failed';
    case 'rolling-out':
      return 'rolling-out';
    default:
  }
  switch (health) {
    case 'progressing':
      return 'rolling-out';
    case 'unhealthy':
      return 'unhealthy';
    case 'unknown':
      return 'unknown';
    case 'not-modelled':
      return 'applied';
    default:
      return delivery === 'applied' ? 'healthy' : 'unknown';
  }
}
