import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  multiclusterDetailReadPermission,
  multiclusterFleetReadPermission,
  multiclusterLogReadPermission,
  multiclusterRunReadPermission,
  multiclusterSourceReadPermission,
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

/**
 * The policy of the demo portal: the platform team sees the fleet and its sources, everybody sees the catalog, and where
 * a service runs, and what its pipelines do, is seen by those who own it.
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
    ]) {
      if (isPermission(permission, owned)) {
        return createCatalogConditionalDecision(
          owned,
          catalogConditions.isEntityOwner({ claims: owners }),
        );
      }
    }
    if (
      isPermission(permission, multiclusterFleetReadPermission) ||
      isPermission(permission, multiclusterSourceReadPermission)
    ) {
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
