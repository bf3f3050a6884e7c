import {
  PerCluster,
  WorkloadEvent,
} from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';
import { DETAIL_POLL_MS } from './detailPoll';

/**
 * Events of a workload, on the control plane and on some clusters.
 *
 * @param id - of the workload; undefined reads nothing
 * @param clusters - undefined: all clusters it is on
 * @public
 */
export function useEvents(
  id: string | undefined,
  clusters?: string[],
): LiveResult<{ clusters: PerCluster<WorkloadEvent>[] }> {
  return useLiveView(
    id && `events:${JSON.stringify([id, clusters])}`,
    (api, _previous, signal) => api.getEvents(id!, { clusters }, { signal }),
    DETAIL_POLL_MS,
  );
}
