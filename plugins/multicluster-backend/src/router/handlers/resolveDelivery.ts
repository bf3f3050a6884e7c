import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/approvals/{id}/resolve` */
export function resolveDelivery(options: RouterOptions) {
  return writeHandler<
    ApprovalItem,
    { id: string },
    { action: 'continue' | 'roll-back' | 'abandon'; reason: string }
  >(options, {
    eventId: 'approval-resolve',
    severity: 'high',
    meta: ({ id }) => ({ approval: id }),
    matches: true,
    write: ({ id }, body, writing) =>
      options.approvals.resolve(id, body, writing),
  });
}
