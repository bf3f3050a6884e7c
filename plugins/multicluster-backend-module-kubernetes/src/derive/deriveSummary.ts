import {
  PlacementSummary,
  SCALED_TO_ZERO,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { DerivedTarget } from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadNative } from '../native/WorkloadNative';

/** {@inheritDoc deriveSummary} @internal */
export interface SummaryInput {
  kind: string;
  native: WorkloadNative;
  target: DerivedTarget;
  deleting: boolean;
  deadlineMs: number;
}

/**
 * What a workload comes to, in one sentence: the first that applies of deleting, trouble, motion, held, and well.
 *
 * @internal
 */
export function deriveSummary(input: SummaryInput): PlacementSummary {
  const { native, target, deleting } = input;
  const clusters = native.cluster;
  const { delivery, health } = target.axes;
  const held = delivery === 'held';
  const flags: PlacementSummary['flags'] = held ? ['held'] : [];
  if (deleting) {
    return {
      state: 'progressing',
      flags,
      reason: 'Deleting',
      sentence: sentence('placement.deleting', { count: 1, clusters }),
    };
  }
  if (health === 'unhealthy') {
    return { state: 'degraded', flags, ...troubleOf(input) };
  }
  if (delivery === 'rolling-out') {
    return { state: 'progressing', flags, ...motionOf(native) };
  }
  if (held) {
    const code = native.suspended ? 'placement.suspended' : 'placement.paused';
    return {
      state: native.suspended ? 'converged' : 'progressing',
      flags,
      reason: target.reason,
      sentence: sentence(code, { clusters }),
    };
  }
  // A DaemonSet that finds no node wants no copies either; nobody asked for that.
  return native.wanted === 0 && input.kind !== 'DaemonSet'
    ? {
        state: 'converged',
        flags,
        reason: SCALED_TO_ZERO,
        sentence: sentence('placement.scaledToZero'),
      }
    : { state: 'converged', flags };
}

function troubleOf({
  native,
  target,
  deadlineMs,
}: SummaryInput): Pick<PlacementSummary, 'reason' | 'sentence'> {
  const { cluster } = native;
  const { reason, message = '' } = target;
  if (reason === 'JobFailed') {
    return {
      reason,
      sentence: sentence('placement.jobFailedThere', {
        clusters: cluster,
        message,
      }),
    };
  }
  if (reason === 'ProgressDeadlineExceeded') {
    return {
      reason,
      sentence: sentence('placement.overdue', {
        clusters: cluster,
        minutes: Math.round(deadlineMs / 6000) / 10,
      }),
    };
  }
  return {
    reason: reason ?? 'Unhealthy',
    sentence: sentence('placement.unhealthyCounts', {
      cluster,
      available: native.available ?? 0,
      desired: native.wanted ?? 0,
    }),
  };
}

function motionOf(
  native: WorkloadNative,
): Pick<PlacementSummary, 'reason' | 'sentence'> {
  const { cluster, behind, wanted = 0, renewed = 0, total = 0 } = native;
  const { updated = 0, available = 0 } = native;
  return !behind && updated >= renewed && updated > wanted && total > wanted
    ? {
        reason: 'ScalingDown',
        sentence: sentence('placement.scalingDown', {
          clusters: cluster,
          running: total,
          wanted,
        }),
      }
    : {
        reason: 'RollingOut',
        sentence: sentence('placement.rolling', {
          count: 1,
          clusters: cluster,
          updated,
          available,
          desired: wanted,
          done: 0,
          total: 1,
        }),
      };
}
