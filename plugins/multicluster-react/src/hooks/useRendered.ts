import {
  PerCluster,
  RenderedTarget,
} from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';
import { DETAIL_POLL_MS } from './detailPoll';

/**
 * What some clusters were really sent of a workload, overrides applied.
 *
 * @param id - of the workload; undefined reads nothing
 * @param clusters - undefined: all clusters it is on
 * @public
 */
export function useRendered(
  id: string | undefined,
  clusters?: string[],
): LiveResult<{ clusters: PerCluster<RenderedTarget>[] }> {
  return useLiveView(
    id && `rendered:${JSON.stringify([id, clusters])}`,
    (api, _previous, signal) => api.getRendered(id!, { clusters }, { signal }),
    DETAIL_POLL_MS,
  );
}
