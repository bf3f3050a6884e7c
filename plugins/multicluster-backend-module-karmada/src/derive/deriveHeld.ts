import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { changeKey, copiesInKey, dispatchedKey } from './changeKey';
import { reportedHealth } from './reportedHealth';
import { TargetContext } from './TargetContext';
import { TargetMemory } from './TargetMemory';
import { TargetState } from './TargetState';

/**
 * A target under a hold that was delivered before.
 *
 * @remarks
 * Its health is judged against what was last delivered, not against what is wanted by now: under a hold the two drift
 * apart on purpose. Even so the report can be fiction (an object deleted in the member stays Healthy), which is why
 * views say "as last delivered". A rollout that was under way when it was held still gets its time. A copy that was given
 * and is not ready is no copy that is held back: every restart of a pod would otherwise be told as a loss.
 *
 * @internal
 */
export function deriveHeld(
  item: AggregatedItem,
  known: { replicas: ReplicaCounts },
  memory: TargetMemory | undefined,
  context: TargetContext,
): Pick<TargetState, 'axes' | 'reason' | 'memory' | 'recheckAt' | 'heldBack'> {
  // What is wanted by now was not sent: only what was decides whether it is still the same rollout.
  const dispatched = dispatchedKey(item, context);
  const before = memory?.k?.startsWith(dispatched) ? memory : undefined;
  const { desired } = known.replicas;
  const given = givenCopies(item, desired, before, context);
  const k = before?.k ?? changeKey(item, given, context);
  const axes = {
    lifecycle: 'desired',
    delivery: 'held',
    health: reportedHealth(item, context),
  } as const;
  const held = {
    reason: 'Suspended',
    ...(desired !== undefined &&
      given !== undefined &&
      given < desired && { heldBack: desired - given }),
  };
  if (axes.health === 'unknown') {
    return { axes, ...held, ...(before && { memory: before }) };
  }
  if (axes.health !== 'unhealthy') {
    return { axes, ...held, memory: { k, f: true } };
  }
  if (before?.f) {
    return { axes, ...held, memory: { k, f: true } };
  }
  const since = before?.s ?? context.now;
  const overdue = context.now - since >= context.deadlineMs;
  return {
    axes: overdue ? axes : { ...axes, health: 'progressing' },
    ...held,
    memory: { k, s: since },
    ...(!overdue && { recheckAt: since + context.deadlineMs }),
  };
}

/**
 * Copies that were sent there, at most those that are wanted. What was held when it was first seen tells by the copies that the
 * member made, ready or not.
 */
function givenCopies(
  { st, r = 0 }: AggregatedItem,
  desired: number | undefined,
  before: TargetMemory | undefined,
  { model }: TargetContext,
): number | undefined {
  if (desired === undefined || !st || model?.wanted !== 'binding') {
    return desired;
  }
  const known = before?.k === undefined ? r : copiesInKey(before.k) ?? desired;
  // A release of more that nobody saw, because the watch told of what came after it alone.
  return Math.min(desired, Math.max(known, r));
}
