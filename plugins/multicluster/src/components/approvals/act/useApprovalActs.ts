import { useApi } from '@backstage/core-plugin-api';
import {
  ApprovalItem,
  ApprovalRequest,
  ApprovalsApi,
  WriteOptions,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  useWrite,
  Write,
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

/** An act together with what it is about. @internal */
export interface BoundAct {
  act: ApprovalAct;
  /** What the person looked at, by its id, its ETag and its digest: no act is on anything else, however often it is sent. */
  on: Pick<ApprovalRequest, 'id' | 'etag' | 'subjectDigest'>;
}

/**
 * Sends what a person wants done with a request, bound to exactly what they looked at.
 *
 * @param onChange - after it was done, to read again
 * @internal
 */
export function useApprovalActs(
  onChange: () => void,
): Write<BoundAct, ApprovalItem> {
  const api = useApi(approvalsApiRef);
  return useWrite<BoundAct, ApprovalItem>(async ({ act, on }, options) => {
    const changed = await sendAct(api, act, on, options);
    onChange();
    return changed;
  });
}

function sendAct(
  api: ApprovalsApi,
  act: ApprovalAct,
  { id, etag, subjectDigest }: BoundAct['on'],
  options: Omit<WriteOptions, 'ifMatch'>,
): Promise<ApprovalItem> {
  const bound = { ...options, ifMatch: etag };
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
      return api.resolve(id, { action: act.action, reason: act.reason }, bound);
  }
}
