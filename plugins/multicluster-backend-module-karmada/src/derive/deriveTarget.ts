import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { deriveHeld } from './deriveHeld';
import { deriveProgress } from './deriveProgress';
import { generationThere } from './generationThere';
import { reportedHealth } from './reportedHealth';
import { TargetContext } from './TargetContext';
import { TargetMemory } from './TargetMemory';
import { Target } from './targetSet';
import { TargetState } from './TargetState';

/** How long a member may take from accepting an object to reporting on it before it reads `unknown`. */
const REFLECT_MS = 10_000;

/**
 * The axes of one target.
 *
 * @remarks
 * The order is the rule: what is not wanted here any more is told by its lifecycle; then a hold, which explains
 * everything below it; then whether the member took it; then what it reports. Without a message, not applied is pending
 * and never failed: every first placement passes through `FullyApplied=False` for up to a second.
 *
 * @internal
 */
export function deriveTarget(
  target: Target,
  context: TargetContext,
): TargetState {
  const { item, lifecycle } = target;
  const replicas = countsOf(target, context);
  const behind = generationsBehind(item, context);
  const runs = generationThere(target, context);
  const known = {
    replicas,
    ...(runs !== undefined && { runs }),
    ...(behind !== undefined && { generationsBehind: behind }),
  };
  if (lifecycle !== 'desired') {
    return {
      ...known,
      axes: {
        lifecycle,
        delivery: item?.ok ? 'applied' : 'pending',
        health: reportedHealth(item, context),
      },
      ...since(target.task?.at),
      ...(target.task?.why && { reason: target.task.why }),
      ...(target.task?.msg && { message: target.task.msg }),
    };
  }
  const held = context.isHeld(target.cluster);
  const memory = context.previous(target.cluster)?.memory as
    | TargetMemory
    | undefined;
  if (!item?.ok) {
    return {
      ...known,
      ...undelivered(item, replicas.desired, held, memory, context),
    };
  }
  if (!item.st && !item.h) {
    return { ...known, ...unreflected(memory, held, context.now) };
  }
  if (context.isJob && item.end) {
    return { ...known, ...ended(item, held) };
  }
  return {
    ...known,
    ...(held ? deriveHeld : deriveProgress)(item, known, memory, context),
  };
}

/** The moment that the object itself gives. What is no time was written past the API server's validation. */
function since(time: string | undefined): { since?: number } {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? {} : { since: at };
}

function countsOf(target: Target, context: TargetContext): ReplicaCounts {
  const { item } = target;
  const { model } = context;
  // Omitted means zero only where the kind reflects these fields and reflected anything at all.
  const zero = model && item?.st ? 0 : undefined;
  const wanted = model?.wanted === 'member' ? item?.w : target.wanted;
  const desired = context.retainReplicas ? item?.r ?? zero : wanted;
  const counts = {
    desired: target.lifecycle === 'desired' ? desired : undefined,
    ready: item?.y ?? zero,
    updated: item?.u ?? (model?.updated ? zero : undefined),
    available: item?.v ?? zero,
  };
  return Object.fromEntries(
    Object.entries(counts).filter(([, count]) => count !== undefined),
  );
}

/** Difference only: the first real generation of a template is 2, because claiming it already changes it. */
function generationsBehind(
  item: AggregatedItem | undefined,
  { workload }: TargetContext,
): number | undefined {
  return item?.g !== undefined && workload?.generation !== undefined
    ? Math.max(0, workload.generation - item.g)
    : undefined;
}

function undelivered(
  item: AggregatedItem | undefined,
  wanted: number | undefined,
  held: boolean,
  memory: TargetMemory | undefined,
  { lostCopies }: Pick<TargetContext, 'lostCopies'>,
): Omit<TargetState, 'replicas'> {
  if (held) {
    const missing = lostCopies || memory?.f || memory?.l;
    return {
      axes: { lifecycle: 'desired', delivery: 'held', health: 'unknown' },
      reason: 'Suspended',
      ...(item?.msg && { message: item.msg }),
      // What was refused before it was held waits for more than a release.
      ...(missing && wanted && !item?.msg && { heldBack: wanted }),
      ...(missing && {
        memory: { ...(memory?.f && { k: memory.k, f: true }), l: true },
      }),
    };
  }
  if (!item?.msg) {
    return {
      axes: { lifecycle: 'desired', delivery: 'pending', health: 'unknown' },
    };
  }
  return {
    axes: { lifecycle: 'desired', delivery: 'failed', health: 'unknown' },
    reason: /already exists in the cluster/.test(item.msg)
      ? 'Conflict'
      : 'ApplyFailed',
    message: item.msg,
    ...stillRuns(memory),
  };
}

/** What runs there goes on running: when it is taken again, nothing has begun anew. */
function stillRuns(memory: TargetMemory | undefined): {
  memory?: TargetMemory;
} {
  return memory?.f ? { memory: { k: memory.k, f: true } } : {};
}

function unreflected(
  memory: TargetMemory | undefined,
  held: boolean,
  now: number,
): Omit<TargetState, 'replicas'> {
  const appliedAt = memory?.a ?? now;
  const overdue = now - appliedAt >= REFLECT_MS;
  const delivery = overdue ? 'applied' : 'pending';
  return {
    axes: {
      lifecycle: 'desired',
      delivery: held ? 'held' : delivery,
      health: 'unknown',
    },
    ...(overdue && { reason: 'NotReported' }),
    memory: { a: appliedAt },
    ...(!overdue && { recheckAt: appliedAt + REFLECT_MS }),
  };
}

/** A Job that ended. Karmada has no model for Jobs and calls a failed one Healthy; its condition is the truth. */
function ended(
  item: AggregatedItem,
  held: boolean,
): Pick<TargetState, 'axes' | 'reason' | 'message'> {
  const failed = item.end === 'F';
  return {
    axes: {
      lifecycle: 'desired',
      delivery: held ? 'held' : 'applied',
      health: failed ? 'unhealthy' : 'healthy',
    },
    reason: failed ? 'JobFailed' : 'JobComplete',
    ...(failed && item.endMsg && { message: item.endMsg }),
  };
}
