import type { KubeObject } from '../apiserver/ObjectStore';
import { timestamp } from '../clock/timestamp';
import type { Workload } from '../karmada/model/Workload';
import { isPodReady, type PodStatus } from './podStatus';

interface Given {
  hash: string;
  label: string;
  now: number;
  nodes: number;
}

/** How a Job ended, as the type and reason of its condition. */
function jobEnd(
  complete: boolean,
  failed: boolean,
): Record<string, string> | undefined {
  if (complete) {
    return { type: 'Complete', reason: 'CompletionsReached' };
  }
  return failed
    ? {
        type: 'Failed',
        reason: 'BackoffLimitExceeded',
        message: 'Job has reached the specified backoff limit',
      }
    : undefined;
}

function jobStatus(
  owner: Workload,
  pods: KubeObject[],
  { now }: Given,
): Record<string, unknown> {
  const count = (phase: PodStatus['phase']) =>
    pods.filter(pod => (pod.status as PodStatus).phase === phase).length;
  const succeeded = count('Succeeded');
  const failed = count('Failed');
  const { completions = 1, backoffLimit = 6 } = owner.spec;
  const at = timestamp(now);
  const end = jobEnd(succeeded >= completions, failed > backoffLimit);
  const known = owner.status?.conditions as unknown[] | undefined;
  const active = pods.length - succeeded - failed;
  return {
    startTime: owner.status?.startTime ?? at,
    ...(active > 0 && { active }),
    ...(succeeded > 0 && { succeeded }),
    ...(failed > 0 && { failed }),
    ...(end && {
      completionTime: owner.status?.completionTime ?? at,
      conditions: known ?? [{ ...end, status: 'True', lastTransitionTime: at }],
    }),
  };
}

/** The status of an owner of pods; zero counts are omitted, as they are on the wire. */
export function podSetStatus(
  owner: Workload,
  pods: KubeObject[],
  given: Given,
): Record<string, unknown> {
  if (owner.kind === 'Job') {
    return jobStatus(owner, pods, given);
  }
  const staying = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
  const total = staying.length;
  const ready = staying.filter(isPodReady).length;
  const updated = staying.filter(
    ({ metadata }) => metadata.labels?.[given.label] === given.hash,
  ).length;
  const observedGeneration = owner.metadata.generation;
  const counts: Record<string, number | undefined> =
    owner.kind === 'DaemonSet'
      ? {
          observedGeneration,
          currentNumberScheduled: total,
          desiredNumberScheduled: given.nodes,
          numberReady: ready,
          numberAvailable: ready,
          numberUnavailable: given.nodes - ready,
          updatedNumberScheduled: updated,
        }
      : {
          observedGeneration,
          replicas: total,
          readyReplicas: ready,
          availableReplicas: ready,
          ...(owner.kind === 'StatefulSet' && {
            currentReplicas: updated,
            updatedReplicas: updated,
          }),
        };
  return Object.fromEntries(
    Object.entries(counts).filter(([, count]) => count),
  );
}
