import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/approvals/{id}/recall` */
export function recallDecision(options: RouterOptions) {
  return writeHandler<ApprovalItem, { id: string }, undefined>(options, {
    eventId: 'approval-recall',
    severity: 'medium',
    meta: ({ id }) => ({ approval: id }),
    matches: true,
    write: ({ id }, _body, writing) => options.approvals.recall(id, writing),
  });
}
