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

/** Names in a request beyond this many characters: servers in between refuse addresses longer than 4 to 8 KiB. */
const LONG = 2_500;

/**
 * Workloads, whoever owns them or of some owners only, however many owners or entities are named: many are asked for in
 * parts, and the answers put together.
 *
 * @param request - undefined reads nothing
 * @public
 */
export function useWorkloads(
  request: UseWorkloadsRequest | undefined,
): PagedResult<WorkloadList, WorkloadRow> {
  const key =
    request &&
    `workloads:${JSON.stringify([
      request.filter,
      request.ownedBy,
      request.entityRefs,
      request.limit,
    ])}`;
  return usePagedView<WorkloadRow, WorkloadList>(
    key,
    async (api, cursor, options) =>
      key!.length < LONG
        ? api.listWorkloads({ ...request, cursor }, options)
        : (await import('./listInParts')).listInParts(
            api,
            { ...request, cursor },
            options,
          ),
  );
}
