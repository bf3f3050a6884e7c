import { useApi } from '@backstage/core-plugin-api';
import {
  ApprovalItem,
  ApprovalList,
  ApprovalsApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '../api';
import { PagedResult, usePagedViewOf } from '../store/usePagedView';

/** Which requests to look at. @public */
export type ApprovalsRequest = Omit<
  Parameters<ApprovalsApi['listApprovals']>[0],
  'cursor'
>;

/**
 * Requests for approval: what the reader can decide now first.
 *
 * @param request - undefined reads nothing
 * @public
 */
export function useApprovals(
  request: ApprovalsRequest | undefined,
): PagedResult<ApprovalList, ApprovalItem> {
  return usePagedViewOf<ApprovalsApi, ApprovalItem, ApprovalList>(
    useApi(approvalsApiRef),
    request && `approvals:${JSON.stringify(request)}`,
    (api, cursor, options) =>
      api.listApprovals({ ...request, cursor }, options),
  );
}
