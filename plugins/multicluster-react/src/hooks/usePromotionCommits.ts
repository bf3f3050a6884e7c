import { PromotionCommits } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';

/** What came between two commits stays so: it is read again for the case that it could not be read. Milliseconds. */
const POLL_MS = 60_000;

/**
 * The commits that an environment would get from another.
 *
 * @param query - undefined reads nothing
 * @public
 */
export function usePromotionCommits(
  query: { entityRef: string; from: string; to: string } | undefined,
): LiveResult<PromotionCommits> {
  return useLiveView(
    query &&
      `promotion-commits:${JSON.stringify([
        query.entityRef,
        query.from,
        query.to,
      ])}`,
    (api, _previous, signal) => api.getPromotionCommits(query!, { signal }),
    POLL_MS,
  );
}
