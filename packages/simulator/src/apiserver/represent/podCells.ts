import { KubeObject } from '../ObjectStore';
import { jsonPath } from './jsonPath';

interface ContainerStatus {
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string };
    terminated?: { reason?: string };
  };
}

function statuses(pod: KubeObject): ContainerStatus[] {
  return (jsonPath(pod, '.status.containerStatuses') ??
    []) as ContainerStatus[];
}

function ready(pod: KubeObject): string {
  const containers = jsonPath(pod, '.spec.containers') as unknown[] | undefined;
  const count = statuses(pod).filter(container => container.ready).length;
  return `${count}/${containers?.length ?? 0}`;
}

function status(pod: KubeObject): unknown {
  if (pod.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  const reason = statuses(pod)
    .map(({ state }) => state?.waiting?.reason ?? state?.terminated?.reason)
    .find(Boolean);
  return reason ?? jsonPath(pod, '.status.phase') ?? 'Unknown';
}

function restarts(pod: KubeObject): string {
  return String(
    statuses(pod).reduce((sum, { restartCount = 0 }) => sum + restartCount, 0),
  );
}

/** What `kubectl get pods` prints about a pod. */
export const podCells = { ready, status, restarts } as const;
