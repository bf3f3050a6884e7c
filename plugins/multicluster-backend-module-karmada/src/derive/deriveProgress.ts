import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { changeKey } from './changeKey';
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
 * rollout's deadline passed, and unhealthy after that. An Ingress without an address and a claim that is not bound look
 * the same way before and after they were well, so the same goes for kinds that count nothing. What a change is:
 * {@link changeKey}.
 *
 * @internal
 */
export function deriveProgress(
  item: AggregatedItem,
  known: Known,
  memory: TargetMemory | undefined,
  context: TargetContext,
): Progress {
  const key = changeKey(item, known.replicas.desired, context);
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
      // A moment without a report is no change: what was well and then is not has not begun to roll out.
      ...(before && { memory: before }),
    };
  }
  // Unhealthy, or fewer available than wanted.
  if (before?.f) {
    return unhealthy({ k: key, f: true });
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

function settled(key: string, { healthModelled }: TargetContext): Progress {
  return {
    axes: {
      lifecycle: 'desired',
      delivery: 'applied',
      health: healthModelled ? 'healthy' : 'not-modelled',
    },
    memory: { k: key, f: true },
  };
}

function unhealthy(memory: TargetMemory, reason?: string): Progress {
  return {
    axes: { lifecycle: 'desired', delivery: 'applied', health: 'unhealthy' },
    ...(reason && { reason }),
    memory,
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
  const { firstSight, now, movedAt } = context;
  const began = movedAt ?? unchangedSince(context) ?? now;
  return firstSight && began < now ? began : now;
}

/** A Deployment's claim is part of its generation; kinds such as Services do not count their changes at all. */
function unchangedSince({
  workload,
  model,
}: TargetContext): number | undefined {
  if (!workload?.createdAt) {
    return undefined;
  }
  const { group, kind, generation = model ? Infinity : 1 } = workload;
  const first = group === 'apps' && kind === 'Deployment' ? 2 : 1;
  return generation <= first ? Date.parse(workload.createdAt) : undefined;
}
