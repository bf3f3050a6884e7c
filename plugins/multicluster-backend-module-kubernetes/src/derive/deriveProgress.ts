import { DerivedTarget } from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadNative } from '../native/WorkloadNative';
import { isMoving } from './isMoving';
import { TargetMemory } from './TargetMemory';

/** {@inheritDoc deriveProgress} @internal */
export type Progress = Pick<DerivedTarget, 'axes' | 'reason' | 'message'> & {
  memory?: TargetMemory;
  recheckAt?: number;
};

/** {@inheritDoc deriveProgress} @internal */
export interface ProgressInput {
  native: WorkloadNative;
  /** Tells one rollout from the next: incarnation, generation, copies wanted. */
  key: string;
  memory?: TargetMemory;
  /** Nothing was ever derived of it. */
  firstSight: boolean;
  now: number;
  /** A rollout that takes longer counts as failing. */
  deadlineMs: number;
}

/**
 * Rolling out, unhealthy, paused, or well: for kinds that count their copies.
 *
 * @remarks
 * A Deployment that rolls and one that lost a pod report the very same counts; the past tells them apart. Short of
 * available copies reads rolling-out from a change until everything was available once, or until the deadline has passed,
 * and unhealthy after that. At first sight the cluster's own word that a rollout was through stands for the past; later it
 * does not, because it stays while copies are added.
 *
 * @internal
 */
export function deriveProgress(input: ProgressInput): Progress {
  const { native, key, memory } = input;
  const before = memory?.k === key ? memory : undefined;
  if (isMoving(native)) {
    return native.paused
      ? paused(native, key, before)
      : rolling(input, native.behind && before?.f ? undefined : before);
  }
  if ((native.available ?? 0) >= (native.wanted ?? 0)) {
    return {
      axes: { lifecycle: 'desired', delivery: 'applied', health: 'healthy' },
      memory: { k: key, f: true },
    };
  }
  if (before?.f || (input.firstSight && native.through)) {
    return unhealthy(native, { k: key, f: true });
  }
  return awaitingAvailability(input, before);
}

/** Somebody paused it in the middle of a change. Old copies serve on, so that only missing ones are trouble. */
function paused(
  { available = 0, wanted = 0 }: WorkloadNative,
  key: string,
  before: TargetMemory | undefined,
): Progress {
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'held',
      health: available >= wanted ? 'healthy' : 'unhealthy',
    },
    reason: 'Paused',
    memory: { k: key, ...(before?.f && { f: true }) },
  };
}

function rolling(
  { native, key, now, deadlineMs }: ProgressInput,
  before: TargetMemory | undefined,
): Progress {
  const since = before?.s ?? now;
  const overdue = Boolean(native.stalled) || now - since >= deadlineMs;
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'rolling-out',
      health: overdue ? 'unhealthy' : 'progressing',
    },
    ...(overdue && { reason: 'ProgressDeadlineExceeded' }),
    ...(overdue && native.failure && { message: native.failure }),
    memory: { k: key, ...(before?.f && { f: true }), s: since },
    ...(!overdue && { recheckAt: since + deadlineMs }),
  };
}

function awaitingAvailability(
  { native, key, now, deadlineMs }: ProgressInput,
  before: TargetMemory | undefined,
): Progress {
  const since = before?.s ?? now;
  if (native.stalled || now - since >= deadlineMs) {
    return {
      ...unhealthy(native, { k: key, s: since }),
      reason: 'ProgressDeadlineExceeded',
    };
  }
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'rolling-out',
      health: 'progressing',
    },
    memory: { k: key, s: since },
    recheckAt: since + deadlineMs,
  };
}

function unhealthy({ failure }: WorkloadNative, memory: TargetMemory) {
  return {
    axes: {
      lifecycle: 'desired' as const,
      delivery: 'applied' as const,
      health: 'unhealthy' as const,
    },
    ...(failure && { message: failure }),
    memory,
  };
}
