import { useApi } from '@backstage/core-plugin-api';
import { ApprovalDiff } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '../api';
import { LiveResult } from '../store';
import { useLiveViewOf } from '../store/useLiveViewOf';
import { DETAIL_POLL_MS } from './detailPoll';

/**
 * What a request would change, as lines of manifests that are read now.
 *
 * @param request - its id, and the generation that is looked at; undefined reads nothing
 * @public
 */
export function useApprovalDiff(
  request: { id: string; generation: number } | undefined,
): LiveResult<ApprovalDiff> {
  return useLiveViewOf(
    useApi(approvalsApiRef),
    request && `approval-diff:${request.id}:${request.generation}`,
    (api, _previous: ApprovalDiff | undefined, signal) =>
      api.getApprovalDiff(request!.id, { signal }),
    DETAIL_POLL_MS,
  );
}
