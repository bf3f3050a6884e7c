import {
  ClusterList,
  ClusterSummary,
} from '@fairway/backstage-plugin-multicluster-common';
import { PagedResult, usePagedView } from '../store/usePagedView';

/**
 * Clusters, filtered by the language of the fleet page.
 *
 * @public
 */
export function useClusters(
  request: { filter?: string; limit?: number } = {},
): PagedResult<ClusterList, ClusterSummary> {
  return usePagedView<ClusterSummary, ClusterList>(
    `clusters:${JSON.stringify([request.filter, request.limit])}`,
    (api, cursor, options) => api.listClusters({ ...request, cursor }, options),
  );
}
