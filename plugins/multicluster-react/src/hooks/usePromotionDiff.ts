import { PromotionDiff } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';
import { DETAIL_POLL_MS } from './detailPoll';

/**
 * What an environment would get from another, as lines of manifests that are read now.
 *
 * @param query - undefined reads nothing
 * @public
 */
export function usePromotionDiff(
  query: { entityRef: string; from: string; to: string } | undefined,
): LiveResult<PromotionDiff> {
  return useLiveView(
    query &&
      `promotion-diff:${JSON.stringify([
        query.entityRef,
        query.from,
        query.to,
      ])}`,
    (api, _previous, signal) => api.getPromotionDiff(query!, { signal }),
    DETAIL_POLL_MS,
  );
}
