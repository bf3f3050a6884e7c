import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { TargetContext } from './TargetContext';
import { TargetMemory } from './TargetMemory';
import { TargetState } from './TargetState';

type Known = { replicas: ReplicaCounts; generationsBehind?: number };
type Progress = Pick<TargetState, 'axes' | 'reason' | 'memory' | 'recheckAt'>;

/**
 * Rolling out, unhealthy, or well: for a target that the member accepted and reports on.
 *
 * @remarks
 * A Deployment that rolls and one that lost a pod report the very same status. What tells them apart is the past:
 * short of available copies reads rolling-out from a change until everything was available once, or until the
 * rollout's deadline passed, and unhealthy after that. A change is another dispatched generation or another number of
 * wanted copies.
 *
 * @internal
 */
export function deriveProgress(
  item: AggregatedItem,
  known: Known,
  memory: TargetMemory | undefined,
  context: TargetContext,
): Progress {
  const key = `${item.g ?? ''}:${known.replicas.desired ?? ''}`;
  const before = memory?.k === key ? memory : undefined;
  if (isMoving(item, known, context)) {
    // An object that the member has yet to look at was changed, by an override for example: a rollout begins anew.
    const anew = item.lag && before?.f;
    return rolling(key, anew ? undefined : before, context);
  }
  const short = isShort(known.replicas, context);
  if (!short && item.h === 'H') {
    return settled(key, context);
  }
  if (!short && item.h === undefined) {
    return {
      axes: { lifecycle: 'desired', delivery: 'applied', health: 'unknown' },
    };
  }
  // Unhealthy, or fewer available than wanted.
  if (!context.model || before?.f) {
    return unhealthy(before && { k: key, f: true });
  }
  return rollingAvailability(key, before, context);
}

function isMoving(
  item: AggregatedItem,
  { replicas, generationsBehind }: Known,
  { model, frozen }: TargetContext,
): boolean {
  if ((!frozen && generationsBehind) || item.lag) {
    return true;
  }
  const { desired, updated } = replicas;
  if (!model || desired === undefined) {
    return false;
  }
  return (
    (updated !== undefined && updated < desired) ||
    // More than wanted: scaling down, or the surge of a rollout is still there.
    (item.r ?? 0) > desired
  );
}

function isShort(
  { desired, available }: ReplicaCounts,
  { model }: TargetContext,
): boolean {
  return Boolean(
    model &&
      desired !== undefined &&
      available !== undefined &&
      available < desired,
  );
}

function settled(
  key: string,
  { model, healthModelled }: TargetContext,
): Progress {
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'applied',
      health: healthModelled ? 'healthy' : 'not-modelled',
    },
    ...(model && { memory: { k: key, f: true } }),
  };
}

function unhealthy(
  memory: TargetMemory | undefined,
  reason?: string,
): Progress {
  return {
    axes: { lifecycle: 'desired', delivery: 'applied', health: 'unhealthy' },
    ...(reason && { reason }),
    ...(memory && { memory }),
  };
}

function rolling(
  key: string,
  before: TargetMemory | undefined,
  context: TargetContext,
): Progress {
  const since = before?.s ?? context.now;
  const overdue = context.now - since >= context.deadlineMs;
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'rolling-out',
      health: overdue ? 'unhealthy' : 'progressing',
    },
    ...(overdue && { reason: 'ProgressDeadlineExceeded' }),
    memory: { k: key, ...(before?.f && { f: true }), s: since },
    ...(!overdue && { recheckAt: since + context.deadlineMs }),
  };
}

function rollingAvailability(
  key: string,
  before: TargetMemory | undefined,
  context: TargetContext,
): Progress {
  const since = before?.s ?? startOf(context);
  if (context.now - since >= context.deadlineMs) {
    return unhealthy({ k: key, s: since }, 'ProgressDeadlineExceeded');
  }
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'rolling-out',
      health: 'progressing',
    },
    memory: { k: key, s: since },
    recheckAt: since + context.deadlineMs,
  };
}

/**
 * When a rollout began that we did not see beginning: with the move that is under way, else, for a template that was never
 * changed since it was claimed, when that was created. Anything else is timed from now.
 */
function startOf(context: TargetContext): number {
  const { firstSight, workload, now, movedAt } = context;
  const created =
    (workload?.generation ?? 3) <= 2
      ? Date.parse(workload?.createdAt ?? '')
      : now;
  const began = movedAt ?? created;
  return firstSight && began < now ? began : now;
}
