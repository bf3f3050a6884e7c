import {
  EntityRuns,
  RunRow,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { PagedResult, usePagedView } from '../store/usePagedView';

/**
 * Runs of an entity page by page, newest first.
 *
 * @param entityRef - undefined reads nothing
 * @param request - `status`: only runs with one of these
 * @public
 */
export function useEntityRunHistory(
  entityRef: string | undefined,
  request: { status?: RunStatus[]; limit?: number } = {},
): PagedResult<EntityRuns, RunRow> {
  const { status, limit } = request;
  return usePagedView<RunRow, EntityRuns>(
    entityRef && `run-history:${JSON.stringify([entityRef, status, limit])}`,
    (api, cursor, options) =>
      api.getEntityRuns(
        { entityRef: entityRef!, status, limit, cursor },
        options,
      ),
  );
}
