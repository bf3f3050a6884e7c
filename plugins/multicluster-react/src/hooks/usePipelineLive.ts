import { PipelineLive } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';
import { DETAIL_POLL_MS } from './detailPoll';

/**
 * What a tool says is deployed by a pipeline now, and how it differs from the repository.
 *
 * @param id - of the pipeline; undefined reads nothing
 * @public
 */
export function usePipelineLive(
  id: string | undefined,
): LiveResult<PipelineLive> {
  return useLiveView(
    id && `pipeline-live:${id}`,
    (api, _previous, signal) => api.getPipelineLive(id!, { signal }),
    DETAIL_POLL_MS,
  );
}
