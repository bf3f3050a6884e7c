import { RunList, RunRow } from '@fairway/backstage-plugin-multicluster-common';
import { PagedResult, usePagedView } from '../store/usePagedView';

/**
 * Runs of all entities: those that wait or are in trouble first, then the newest.
 *
 * @public
 */
export function useRuns(
  request: { filter?: string; limit?: number } = {},
): PagedResult<RunList, RunRow> {
  return usePagedView<RunRow, RunList>(
    `runs:${JSON.stringify([request.filter, request.limit])}`,
    (api, cursor, options) => api.listRuns({ ...request, cursor }, options),
  );
}
