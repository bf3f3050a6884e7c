import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/approvals/{id}/review` */
export function reviewDecision(options: RouterOptions) {
  return writeHandler<ApprovalItem, { id: string }, { comment: string }>(
    options,
    {
      eventId: 'approval-review',
      severity: 'medium',
      meta: ({ id }) => ({ approval: id }),
      matches: true,
      write: ({ id }, body, writing) =>
        options.approvals.review(id, body, writing),
    },
  );
}
