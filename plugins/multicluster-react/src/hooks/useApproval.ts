import { useApi } from '@backstage/core-plugin-api';
import {
  ApprovalDetails,
  finalApprovalStates,
} from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '../api';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveViewOf } from '../store/useLiveViewOf';
import { RUN_POLL_MS } from './runPoll';

/**
 * A request for approval with its trail. Read every 4 s until it is over.
 *
 * @param id - of the request; undefined reads nothing
 * @param since - the generation that the reader looked at before
 * @public
 */
export function useApproval(
  id: string | undefined,
  since?: number,
): LiveResult<ApprovalDetails> {
  return useLiveViewOf(
    useApi(approvalsApiRef),
    id && `approval:${id}:${since ?? ''}`,
    (api, previous: ApprovalDetails | undefined, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getApproval(id!, { since }, { signal, ifNoneMatch }),
      ),
    details =>
      details && finalApprovalStates.includes(details.item.request.state)
        ? undefined
        : RUN_POLL_MS,
  );
}
