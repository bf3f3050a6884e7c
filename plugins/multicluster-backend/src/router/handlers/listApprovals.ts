import { ApprovalList } from '@fairway/backstage-plugin-multicluster-common';
import { APPROVALS_VIEW } from '../../hints/viewNames';
import { ApprovalListRequest } from '../../service/ApprovalService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/approvals` */
export function listApprovals(options: RouterOptions) {
  return viewHandler<ApprovalList, {}, ApprovalListRequest>(options, {
    eventId: 'approval-fetch',
    meta: () => ({ queryType: 'approvals' }),
    view: () => APPROVALS_VIEW,
    read: (_path, query, asking) => options.approvals.list(query, asking),
  });
}
