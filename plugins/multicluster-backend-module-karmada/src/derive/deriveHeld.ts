import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
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
  const dispatched = `${item.g ?? ''}:`;
  const before = memory?.k?.startsWith(dispatched) ? memory : undefined;
  const k = before?.k ?? `${dispatched}${known.replicas.desired ?? ''}`;
  const axes = {
    lifecycle: 'desired',
    delivery: 'held',
    health: reportedHealth(item, context),
  } as const;
  const reason = 'Suspended';
  if (!context.model) {
    return { axes, reason };
  }
  if (axes.health !== 'unhealthy') {
    return {
      axes,
      reason,
      ...(axes.health === 'healthy' && { memory: { k, f: true } }),
    };
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
