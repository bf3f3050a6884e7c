import {
  EntityRuns,
  RunRow,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { PagedResult, usePagedView } from '../store/usePagedView';

/**
 * Pipelines of an entity, and its runs page by page.
 *
 * @param entityRef - undefined reads nothing
 * @param request - `status`: only runs with one of these; pipelines are not narrowed
 * @public
 */
export function useEntityRuns(
  entityRef: string | undefined,
  request: { status?: RunStatus[]; limit?: number } = {},
): PagedResult<EntityRuns, RunRow> {
  const { status, limit } = request;
  return usePagedView<RunRow, EntityRuns>(
    entityRef && `entity-runs:${JSON.stringify([entityRef, status, limit])}`,
    (api, cursor, options) =>
      api.getEntityRuns(
        { entityRef: entityRef!, status, limit, cursor },
        options,
      ),
  );
}
