import { PerCluster } from '@fairway/backstage-plugin-multicluster-common';
import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { explainRefusal, Refusal } from './explainRefusal';

/** What was read of one cluster: all of it, or what was read before it went wrong. @internal */
export interface ClusterRead<T> {
  items: T[];
  problem?: Refusal;
}

/**
 * Reads each cluster by itself: its own deadline, its own error. One that hangs or refuses neither delays nor empties the
 * others, and is never silent.
 *
 * @param read - reads one cluster; must heed the signal
 * @throws the signal's reason when the whole request is aborted
 * @internal
 */
export async function perCluster<T>(
  request: { clusters: string[]; deadlineMs: number; signal: AbortSignal },
  read: (cluster: string, signal: AbortSignal) => Promise<ClusterRead<T>>,
): Promise<PerCluster<T>[]> {
  return await Promise.all(
    request.clusters.map(async cluster => {
      const result = await readOne(cluster, request, read);
      return { cluster, ...result, observedAt: new Date().toISOString() };
    }),
  );
}

async function readOne<T>(
  cluster: string,
  request: { deadlineMs: number; signal: AbortSignal },
  read: (cluster: string, signal: AbortSignal) => Promise<ClusterRead<T>>,
): Promise<ClusterRead<T>> {
  const deadline = AbortSignal.timeout(request.deadlineMs);
  const signal = AbortSignal.any([request.signal, deadline]);
  try {
    return await read(cluster, signal);
  } catch (error) {
    request.signal.throwIfAborted();
    const cause = deadline.aborted
      ? new KubernetesError('no answer in time', { code: 'timeout' })
      : error;
    return { items: [], problem: explainRefusal(cause, cluster) };
  }
}
