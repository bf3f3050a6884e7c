import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { viewerKey } from './viewerKey';

function service(accessRestrictions?: object): BackstageCredentials {
  return {
    $$type: '@backstage/BackstageCredentials',
    principal: {
      type: 'service',
      subject: 'external:ci',
      ...(accessRestrictions && { accessRestrictions }),
    },
  };
}

describe('viewerKey', () => {
  it('is the same for the same restrictions in another order', () => {
    expect(viewerKey(service({ permissionNames: ['a', 'b'] }))).toBe(
      viewerKey(service({ permissionNames: ['b', 'a'] })),
    );
  });

  it('tells callers apart whom a policy may tell apart', () => {
    const keys = [
      mockCredentials.user('user:default/a'),
      mockCredentials.user('user:default/b'),
      mockCredentials.service('plugin:a'),
      mockCredentials.none(),
      service(),
      service({}),
      service({ permissionNames: ['multicluster.fleet.read'] }),
      service({ permissionNames: ['multicluster.source.read'] }),
      service({ permissionNames: ['a', 'b'] }),
      service({ permissionNames: ['a,b'] }),
      service({ permissionAttributes: { action: ['read'] } }),
      service({
        permissionNames: ['a'],
        permissionAttributes: { action: ['read'] },
      }),
    ].map(viewerKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
