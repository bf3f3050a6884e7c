import { PerCluster, Pod } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';
import { DETAIL_POLL_MS } from './detailPoll';

/**
 * Pods of a workload on some clusters, each cluster with its own problem if it has one.
 *
 * @param id - of the workload; undefined reads nothing
 * @param clusters - undefined: all clusters it is on
 * @public
 */
export function usePods(
  id: string | undefined,
  clusters?: string[],
): LiveResult<{ clusters: PerCluster<Pod>[] }> {
  return useLiveView(
    id && `pods:${JSON.stringify([id, clusters])}`,
    (api, _previous, signal) => api.getPods(id!, { clusters }, { signal }),
    DETAIL_POLL_MS,
  );
}
