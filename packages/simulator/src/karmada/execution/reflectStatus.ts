import type { KubeObject } from '../../apiserver/ObjectStore';
import { keys } from '../keys';

const COUNTS: Record<string, string[]> = {
  Deployment: [
    'availableReplicas',
    'observedGeneration',
    'readyReplicas',
    'replicas',
    'unavailableReplicas',
    'updatedReplicas',
  ],
  StatefulSet: [
    'availableReplicas',
    'currentReplicas',
    'observedGeneration',
    'readyReplicas',
    'replicas',
    'updatedReplicas',
  ],
  ReplicaSet: [
    'availableReplicas',
    'fullyLabeledReplicas',
    'observedGeneration',
    'readyReplicas',
    'replicas',
  ],
  DaemonSet: [
    'currentNumberScheduled',
    'desiredNumberScheduled',
    'numberAvailable',
    'numberMisscheduled',
    'numberReady',
    'numberUnavailable',
    'observedGeneration',
    'updatedNumberScheduled',
  ],
};

/**
 * What of a member object's status reaches the control plane (native/reflectstatus.go): for kinds that roll out, the two
 * generations and the counts, zeros omitted; for others all of it.
 */
export function reflectStatus(
  object: KubeObject,
): Record<string, unknown> | undefined {
  const status = object.status as Record<string, unknown> | undefined;
  const counts = COUNTS[object.kind];
  if (!counts) {
    const type = (object.spec as { type?: string } | undefined)?.type;
    const plainService = object.kind === 'Service' && type !== 'LoadBalancer';
    return plainService || !status || Object.keys(status).length === 0
      ? undefined
      : status;
  }
  const { generation, annotations = {} } = object.metadata;
  const reflected: Record<string, unknown> = { generation };
  for (const field of counts) {
    if (status?.[field]) {
      reflected[field] = status[field];
    }
  }
  const template = Number(annotations[keys.templateGeneration]);
  if (template) {
    reflected.resourceTemplateGeneration = template;
  }
  return Object.fromEntries(
    Object.entries(reflected).sort(([left], [right]) =>
      left < right ? -1 : 1,
    ),
  );
}
