import {
  WorkloadList,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { PagedResult, usePagedView } from '../store/usePagedView';

/**
 * Which workloads to list.
 *
 * @public
 */
export interface UseWorkloadsRequest {
  /** In the language of the fleet page, for example `status:degraded region:eu*`. */
  filter?: string;
  /** Only workloads of entities these own. */
  ownedBy?: string[];
  /** Only workloads of these entities. */
  entityRefs?: string[];
  limit?: number;
}

/**
 * Workloads, whoever owns them or of some owners only.
 *
 * @param request - undefined reads nothing
 * @public
 */
export function useWorkloads(
  request: UseWorkloadsRequest | undefined,
): PagedResult<WorkloadList, WorkloadRow> {
  return usePagedView<WorkloadRow, WorkloadList>(
    request &&
      `workloads:${JSON.stringify([
        request.filter,
        request.ownedBy,
        request.entityRefs,
        request.limit,
      ])}`,
    (api, cursor, options) =>
      api.listWorkloads({ ...request, cursor }, options),
  );
}
