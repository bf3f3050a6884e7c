import { PerCluster } from '@fairway/backstage-plugin-multicluster-common';
import { KubernetesError } from '../transport/KubernetesError';
import { ClusterRead } from './ClusterRead';
import { ExplainRefusal } from './Refusal';

/**
 * Reads each cluster by itself: its own deadline, its own error. One that hangs or refuses neither delays nor empties the
 * others, and is never silent.
 *
 * @param read - reads one cluster; must heed the signal
 * @param explain - says why one failed
 * @throws the signal's reason when the whole request is aborted
 * @public
 */
export async function perCluster<T>(
  request: { clusters: string[]; deadlineMs: number; signal: AbortSignal },
  read: (cluster: string, signal: AbortSignal) => Promise<ClusterRead<T>>,
  explain: ExplainRefusal,
): Promise<PerCluster<T>[]> {
  return await Promise.all(
    request.clusters.map(async cluster => {
      const result = await readOne(cluster, request, read, explain);
      return { cluster, ...result, observedAt: new Date().toISOString() };
    }),
  );
}

async function readOne<T>(
  cluster: string,
  request: { deadlineMs: number; signal: AbortSignal },
  read: (cluster: string, signal: AbortSignal) => Promise<ClusterRead<T>>,
  explain: ExplainRefusal,
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
    return { items: [], problem: explain(cause, cluster) };
  }
}
