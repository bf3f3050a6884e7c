import { TargetAxes } from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadNative } from '../native/WorkloadNative';

/**
 * The state of what runs to an end: a Job, or a CronJob that makes Jobs. Nobody defined what healthy means while it runs.
 *
 * @internal
 */
export function deriveRun({ suspended, end, endMessage }: WorkloadNative): {
  axes: TargetAxes;
  reason?: string;
  message?: string;
} {
  if (end) {
    const failed = end === 'failed';
    return {
      axes: {
        lifecycle: 'desired',
        delivery: 'applied',
        health: failed ? 'unhealthy' : 'healthy',
      },
      reason: failed ? 'JobFailed' : 'JobComplete',
      ...(failed && endMessage && { message: endMessage }),
    };
  }
  return {
    axes: {
      lifecycle: 'desired',
      delivery: suspended ? 'held' : 'applied',
      health: 'not-modelled',
    },
    ...(suspended && { reason: 'Suspended' }),
  };
}
