import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  multiclusterApprovalBreakGlassPermission,
  multiclusterApprovalReadPermission,
  multiclusterApprovalResolvePermission,
  multiclusterApprovalVotePermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { approvalResourceRef } from './approvalResourceRef';
import { approvalRules } from './approvalRules';
import { selectApprovalResources } from './selectApprovalResources';

/** Makes requests for approval known to the permission framework, with the rules that policies can use of them. */
export function registerApprovalResources(
  registry: PermissionsRegistryService,
  knex: Knex,
): void {
  registry.addResourceType({
    resourceRef: approvalResourceRef,
    permissions: [
      multiclusterApprovalReadPermission,
      multiclusterApprovalVotePermission,
      multiclusterApprovalBreakGlassPermission,
      multiclusterApprovalResolvePermission,
    ],
    rules: Object.values(approvalRules),
    getResources: ids => selectApprovalResources(knex, ids),
  });
}
