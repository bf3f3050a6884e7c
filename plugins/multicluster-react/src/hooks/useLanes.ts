import { useApi } from '@backstage/core-plugin-api';
import { LaneList } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '../api';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveViewOf } from '../store/useLiveViewOf';

/**
 * Policies whose dispatch waits for people.
 *
 * @param entityRefs - only those of these entities; absent: all that the reader may see
 * @public
 */
export function useLanes(entityRefs?: string[]): LiveResult<LaneList> {
  return useLiveViewOf(
    useApi(approvalsApiRef),
    `lanes:${JSON.stringify(entityRefs ?? null)}`,
    (api, previous: LaneList | undefined, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.listLanes({ entityRefs }, { signal, ifNoneMatch }),
      ),
  );
}
