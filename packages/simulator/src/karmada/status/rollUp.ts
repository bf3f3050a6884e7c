import type { KubeObject } from '../../apiserver/ObjectStore';
import type { AggregatedStatusItem } from '../model/Binding';

const SUMMED: Record<string, string[]> = {
  Deployment: [
    'replicas',
    'updatedReplicas',
    'readyReplicas',
    'availableReplicas',
    'unavailableReplicas',
  ],
  StatefulSet: [
    'replicas',
    'readyReplicas',
    'currentReplicas',
    'updatedReplicas',
    'availableReplicas',
  ],
  DaemonSet: [
    'currentNumberScheduled',
    'numberMisscheduled',
    'desiredNumberScheduled',
    'numberReady',
    'updatedNumberScheduled',
    'numberAvailable',
    'numberUnavailable',
  ],
  Job: ['active', 'succeeded', 'failed'],
};

/** Whether a member has seen the template as it is now. */
function hasObserved(item: AggregatedStatusItem, generation?: number): boolean {
  const { status } = item;
  return (
    status?.resourceTemplateGeneration === generation &&
    status?.generation === status?.observedGeneration
  );
}

/**
 * The status of a template from those of its members: sums, zeros omitted. The observed generation moves only when every
 * member has seen the latest template (native/aggregatestatus.go). Undefined for kinds that are not summed.
 */
export function rollUp(
  template: KubeObject,
  items: AggregatedStatusItem[],
): Record<string, unknown> | undefined {
  const fields = SUMMED[template.kind];
  if (!fields) {
    return undefined;
  }
  const previous = (template.status ?? {}) as Record<string, unknown>;
  const { generation } = template.metadata;
  const rolled: Record<string, unknown> = {};
  const observed =
    template.kind !== 'Job' &&
    (items.every(item => hasObserved(item, generation))
      ? generation
      : previous.observedGeneration);
  if (observed) {
    rolled.observedGeneration = observed;
  }
  for (const field of fields) {
    const sum = items.reduce(
      (total, { status }) =>
        total + ((status?.[field] as number | undefined) ?? 0),
      0,
    );
    if (sum > 0) {
      rolled[field] = sum;
    }
  }
  return rolled;
}
