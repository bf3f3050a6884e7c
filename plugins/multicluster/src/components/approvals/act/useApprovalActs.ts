import { useApi } from '@backstage/core-plugin-api';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';

/** What can be asked for, with what is said beside. @internal */
export type ApprovalAct =
  | {
      kind: 'vote';
      decision: 'approve' | 'reject';
      comment?: string;
      notBefore?: string;
    }
  | { kind: 'withdraw' }
  | { kind: 'recall' }
  | { kind: 'break-glass'; reason: string; ticket?: string }
  | { kind: 'review'; comment: string }
  | {
      kind: 'resolve';
      action: 'continue' | 'roll-back' | 'abandon';
      reason: string;
    };

/**
 * Sends what a person wants done with a request, bound to exactly what they look at.
 *
 * @param item - as it is on screen: its ETag and its digest go with the request
 * @param onChange - after it was done, to read again
 * @internal
 */
export function useApprovalActs(item: ApprovalItem, onChange: () => void) {
  const api = useApi(approvalsApiRef);
  const { id, etag, subjectDigest } = item.request;
  return useWrite<ApprovalAct, ApprovalItem>(async (act, options) => {
    const bound = { ...options, ifMatch: etag };
    const send = (): Promise<ApprovalItem> => {
      switch (act.kind) {
        case 'vote': {
          const { kind, ...input } = act;
          return api.vote(id, { ...input, subjectDigest }, bound);
        }
        case 'withdraw':
          return api.withdrawVote(id, bound);
        case 'recall':
          return api.recall(id, bound);
        case 'break-glass': {
          const { reason, ticket } = act;
          return api.breakGlass(id, { subjectDigest, reason, ticket }, bound);
        }
        case 'review':
          return api.review(id, { comment: act.comment }, bound);
        default:
          return api.resolve(
            id,
            { action: act.action, reason: act.reason },
            bound,
          );
      }
    };
    const changed = await send();
    onChange();
    return changed;
  });
}
