import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
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
  multiclusterStopPermission,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  PolicyExtensionPoint,
  policyExtensionPoint,
} from '@backstage/plugin-permission-node/alpha';
import {
  DemoPermissionPolicy,
  demoPermissionPolicyModule,
} from './demoPermissionPolicy';

/** The policy that the demo gives to a permission back end in a mode. */
async function policyIn(mode: string): Promise<PermissionPolicy | undefined> {
  const before = process.env.NODE_ENV;
  Object.assign(process.env, { NODE_ENV: mode });
  let installed: PermissionPolicy | undefined;
  const point: PolicyExtensionPoint = {
    setPolicy(policy) {
      installed = policy;
    },
  };
  const permission = createBackendPlugin({
    pluginId: 'permission',
    register(env) {
      env.registerExtensionPoint(policyExtensionPoint, point);
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  try {
    const backend = await startTestBackend({
      features: [permission, demoPermissionPolicyModule],
    });
    await backend.stop();
  } finally {
    Object.assign(process.env, { NODE_ENV: before });
  }
  return installed;
}

describe('demoPermissionPolicyModule', () => {
  it('decides in development mode', async () => {
    expect(await policyIn('development')).toBeInstanceOf(DemoPermissionPolicy);
  });

  it.each(['production', 'test', ''])(
    'leaves the decision to the policy of the portal in mode %j',
    async mode => {
      expect(await policyIn(mode)).toBeUndefined();
    },
  );
});

describe('DemoPermissionPolicy', () => {
  const user = (...owners: string[]) =>
    ({ info: { ownershipEntityRefs: owners } } as PolicyQueryUser);

  it.each([
    multiclusterTopologyReadPermission,
    multiclusterDetailReadPermission,
    multiclusterLogReadPermission,
    multiclusterRunReadPermission,
    multiclusterLaneRestorePermission,
  ])('grants $name to the owners of an entity', async permission => {
    const decision = await new DemoPermissionPolicy().handle(
      { permission },
      user('group:default/team-orders'),
    );
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['group:default/team-orders'] },
      },
    });
  });

  it.each([
    multiclusterApprovalReadPermission,
    multiclusterApprovalVotePermission,
    multiclusterApprovalResolvePermission,
  ])('grants $name to the owners of what waits', async permission => {
    const decision = await new DemoPermissionPolicy().handle(
      { permission },
      user('group:default/team-orders'),
    );
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'multicluster',
      conditions: {
        rule: 'HAS_ENTITY_OWNER',
        params: { claims: ['group:default/team-orders'] },
      },
    });
  });

  it.each([
    multiclusterFleetReadPermission,
    multiclusterApprovalBreakGlassPermission,
    multiclusterStopPermission,
    multiclusterLaneManagePermission,
    multiclusterClusterCordonPermission,
    multiclusterAuditReadPermission,
  ])('leaves $name to the platform team', async permission => {
    const policy = new DemoPermissionPolicy();
    const request = { permission };
    expect(
      await policy.handle(request, user('group:default/platform')),
    ).toEqual({ result: AuthorizeResult.ALLOW });
    expect(await policy.handle(request, user('group:default/x'))).toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});
