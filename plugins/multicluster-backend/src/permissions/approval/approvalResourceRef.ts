import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MULTICLUSTER_APPROVAL } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalFilter } from '../../approvals/views/ApprovalCondition';
import { ApprovalResource } from './ApprovalResource';

/** Names requests for approval to the permission framework. */
export const approvalResourceRef = createPermissionResourceRef<
  ApprovalResource,
  ApprovalFilter
>().with({
  pluginId: 'multicluster',
  resourceType: RESOURCE_TYPE_MULTICLUSTER_APPROVAL,
});
