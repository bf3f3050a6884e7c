import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
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
