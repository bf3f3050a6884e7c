import { ApprovalDetails } from '@fairway/backstage-plugin-multicluster-common';
import { approvalView } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/approvals/{id}` */
export function getApproval(options: RouterOptions) {
  return viewHandler<ApprovalDetails, { id: string }, { since?: number }>(
    options,
    {
      eventId: 'approval-fetch',
      meta: ({ id }) => ({ queryType: 'approval', approval: id }),
      view: ({ id }) => approvalView(id),
      read: ({ id }, query, asking) =>
        options.approvals.approval(id, query, asking),
    },
  );
}
