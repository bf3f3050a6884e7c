import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/approvals/{id}/break-glass` */
export function breakGlass(options: RouterOptions) {
  return writeHandler<
    ApprovalItem,
    { id: string },
    { subjectDigest: string; reason: string; ticket?: string }
  >(options, {
    eventId: 'approval-break-glass',
    severity: 'high',
    meta: ({ id }) => ({ approval: id }),
    matches: true,
    write: ({ id }, body, writing) =>
      options.approvals.breakGlass(id, body, writing),
  });
}
