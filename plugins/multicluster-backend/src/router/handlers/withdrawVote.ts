import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `DELETE /v1/approvals/{id}/votes/mine` */
export function withdrawVote(options: RouterOptions) {
  return writeHandler<ApprovalItem, { id: string }, undefined>(options, {
    eventId: 'approval-withdraw',
    severity: 'medium',
    meta: ({ id }) => ({ approval: id }),
    matches: true,
    write: ({ id }, _body, writing) => options.approvals.withdraw(id, writing),
  });
}
