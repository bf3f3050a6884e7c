import {
  ApprovalItem,
  VoteInput,
} from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/approvals/{id}/votes` */
export function voteOnApproval(options: RouterOptions) {
  return writeHandler<ApprovalItem, { id: string }, VoteInput>(options, {
    eventId: 'approval-vote',
    severity: 'high',
    meta: ({ id }, { decision }) => ({ approval: id, decision }),
    matches: true,
    write: ({ id }, body, writing) => options.approvals.vote(id, body, writing),
  });
}
