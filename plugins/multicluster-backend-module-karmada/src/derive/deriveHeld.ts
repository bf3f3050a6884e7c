import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { changeKey, dispatchedKey } from './changeKey';
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
 * views say "as last delivered". A rollout that was under way when it was held still gets its time.
 *
 * @internal
 */
export function deriveHeld(
  item: AggregatedItem,
  known: { replicas: ReplicaCounts },
  memory: TargetMemory | undefined,
  context: TargetContext,
): Pick<TargetState, 'axes' | 'reason' | 'memory' | 'recheckAt'> {
  // What is wanted by now was not sent: only what was decides whether it is still the same rollout.
  const dispatched = dispatchedKey(item, context);
  const before = memory?.k?.startsWith(dispatched) ? memory : undefined;
  const k = before?.k ?? changeKey(item, known.replicas.desired, context);
  const axes = {
    lifecycle: 'desired',
    delivery: 'held',
    health: reportedHealth(item, context),
  } as const;
  const reason = 'Suspended';
  if (axes.health === 'unknown') {
    return { axes, reason, ...(before && { memory: before }) };
  }
  if (axes.health !== 'unhealthy') {
    return { axes, reason, memory: { k, f: true } };
  }
  if (before?.f) {
    return { axes, reason, memory: { k, f: true } };
  }
  const since = before?.s ?? context.now;
  const overdue = context.now - since >= context.deadlineMs;
  return {
    axes: overdue ? axes : { ...axes, health: 'progressing' },
    reason,
    memory: { k, s: since },
    ...(!overdue && { recheckAt: since + context.deadlineMs }),
  };
}
