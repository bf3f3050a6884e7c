import {
  PipelineList,
  PipelineRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { PagedResult, usePagedView } from '../store/usePagedView';

/**
 * Pipelines of all entities: those in trouble or waiting first, then by name.
 *
 * @public
 */
export function usePipelines(
  request: { filter?: string; limit?: number } = {},
): PagedResult<PipelineList, PipelineRow> {
  return usePagedView<PipelineRow, PipelineList>(
    `pipelines:${JSON.stringify([request.filter, request.limit])}`,
    (api, cursor, options) =>
      api.listPipelines({ ...request, cursor }, options),
  );
}
