import { isUnseenGone } from './isUnseenGone';

const manifest = (apiVersion: string, kind: string) => ({
  apiVersion,
  kind,
  metadata: { name: 'shop', namespace: 'shop' },
});
const deployment = manifest('apps/v1', 'Deployment');

describe('isUnseenGone', () => {
  it.each([
    // Seen on a running Karmada, twenty seconds after a cluster that had died was back.
    ['deployments.apps "shop" not found', deployment, true],
    ['configmaps "shop" not found', manifest('v1', 'ConfigMap'), true],
    [
      'networkpolicies.networking.k8s.io "shop" not found',
      manifest('networking.k8s.io/v1', 'NetworkPolicy'),
      true,
    ],
    ['namespaces "shop" not found', deployment, false],
    ['namespaces "shop" not found', manifest('v1', 'ConfigMap'), false],
    ['deployments.apps "other" not found', deployment, false],
    ['deployments.extensions "shop" not found', deployment, false],
    ['Deployment.apps "shop" is invalid: spec.x: not found', deployment, false],
    [
      'resource(kind=Deployment, shop/shop) already exists in the cluster m1',
      deployment,
      false,
    ],
  ])('%s', (said, given, unseen) => {
    const message = `Failed to apply all manifests (0/1): ${said}`;
    expect(isUnseenGone(given, message)).toBe(unseen);
  });

  it('takes nothing for it that has no name', () => {
    const said = ': deployments.apps "shop" not found';
    expect(isUnseenGone({ kind: 'Deployment' }, said)).toBe(false);
  });
});
