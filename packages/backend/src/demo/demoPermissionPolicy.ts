import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createMulticlusterApprovalConditionalDecision,
  multiclusterApprovalConditions,
} from '@fairway/backstage-plugin-multicluster-backend';
import {
  multiclusterApprovalBreakGlassPermission,
  multiclusterApprovalReadPermission,
  multiclusterApprovalResolvePermission,
  multiclusterApprovalVotePermission,
  multiclusterAuditReadPermission,
  multiclusterClusterCordonPermission,
  multiclusterDetailReadPermission,
  multiclusterFleetReadPermission,
  multiclusterLaneManagePermission,
  multiclusterLaneRestorePermission,
  multiclusterLogReadPermission,
  multiclusterRunReadPermission,
  multiclusterSourceReadPermission,
  multiclusterStopPermission,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { isDevelopment } from './isDevelopment';

const PLATFORM_GROUP = 'group:default/platform';

/** What reaches past what anybody owns. */
const FOR_THE_PLATFORM = [
  multiclusterApprovalBreakGlassPermission,
  multiclusterAuditReadPermission,
  multiclusterClusterCordonPermission,
  multiclusterFleetReadPermission,
  multiclusterLaneManagePermission,
  multiclusterSourceReadPermission,
  multiclusterStopPermission,
];

/**
 * The policy of the demo portal: the platform team sees the fleet and its sources, everybody sees the catalog, and where
 * a service runs, and what its pipelines do, is seen by those who own it, who also decide what waits for people there, and restore
 * what a held lane of theirs had when it is short of copies. Deciding past the rules, stopping the line, lanes, cordons and the trail are for the platform team.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const owners = user?.info.ownershipEntityRefs ?? [];
    if (owners.includes(PLATFORM_GROUP)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const { permission } = request;
    for (const owned of [
      multiclusterTopologyReadPermission,
      multiclusterDetailReadPermission,
      multiclusterLogReadPermission,
      multiclusterRunReadPermission,
      multiclusterLaneRestorePermission,
    ]) {
      if (isPermission(permission, owned)) {
        return createCatalogConditionalDecision(
          owned,
          catalogConditions.isEntityOwner({ claims: owners }),
        );
      }
    }
    for (const owned of [
      multiclusterApprovalReadPermission,
      multiclusterApprovalVotePermission,
      multiclusterApprovalResolvePermission,
    ]) {
      if (isPermission(permission, owned)) {
        return createMulticlusterApprovalConditionalDecision(
          owned,
          multiclusterApprovalConditions.hasEntityOwner({ claims: owners }),
        );
      }
    }
    if (FOR_THE_PLATFORM.some(({ name }) => name === permission.name)) {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

/**
 * Installs {@link DemoPermissionPolicy}, in development mode alone: it allows whatever it does not know. Elsewhere the
 * permission back end starts with the policy of whoever runs the portal, and without one not at all.
 */
export const demoPermissionPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        if (isDevelopment()) {
          policy.setPolicy(new DemoPermissionPolicy());
        }
      },
    });
  },
});
