import { KubeObject } from '../ObjectStore';
import { resourceType } from '../../karmada/types/resourceType';
import { applyConfiguration } from './applyConfiguration';
import { trackUpdate } from './trackUpdate';

const POLICY = resourceType(
  'policy.karmada.io/v1alpha1 propagationpolicies PropagationPolicy',
  { served: 'custom' },
);
const DEPLOYMENT = resourceType('apps/v1 deployments Deployment', {
  subresources: ['status'],
});

function object(spec: unknown, kind = 'PropagationPolicy'): KubeObject {
  const apiVersion =
    kind === 'Deployment' ? 'apps/v1' : 'policy.karmada.io/v1alpha1';
  return { apiVersion, kind, metadata: { name: 'x', namespace: 'demo' }, spec };
}

const writer = (manager: string) => ({
  manager,
  apiVersion: 'policy.karmada.io/v1alpha1',
  time: '2026-11-21T12:00:00Z',
});

function apply(
  live: KubeObject,
  manager: string,
  spec: unknown,
  force = false,
  type = POLICY,
) {
  return applyConfiguration(
    type,
    live,
    object(spec, type.kind),
    writer(manager),
    { force },
  );
}

const hold = { suspension: { dispatching: true } };
const list = {
  suspension: { dispatchingOnClusters: { clusterNames: ['m2'] } },
};

describe('applyConfiguration', () => {
  it('swaps one form of suspension for the other in one step', () => {
    const held = apply(object({ priority: 1 }), 'fairway', hold);

    const released = apply(held, 'fairway', list);

    expect(held.spec).toEqual({ priority: 1, ...hold });
    expect(released.spec).toEqual({ priority: 1, ...list });
  });

  it('takes suspension away altogether when nothing is applied any more', () => {
    const held = apply(object({ priority: 1 }), 'fairway', hold);

    expect(apply(held, 'fairway', {}).spec).toEqual({ priority: 1 });
  });

  it('leaves what others hold when it lets go of it', () => {
    const mine = apply(object({}), 'fairway', hold);
    const both = apply(mine, 'gitops', hold);

    expect(apply(both, 'fairway', {}).spec).toEqual(hold);
  });

  it('refuses to change what another manager holds, naming the field', () => {
    const held = apply(object({}), 'fairway', hold);

    expect(() =>
      apply(held, 'gitops', { suspension: { dispatching: false } }),
    ).toThrow(
      'Apply failed with 1 conflict: conflict with "fairway": .spec.suspension.dispatching',
    );
  });

  it('names managers of updates with their version', () => {
    const live = object(hold);
    live.metadata.managedFields = trackUpdate(
      POLICY,
      undefined,
      live,
      writer('kubectl-edit'),
    );

    expect(() =>
      apply(live, 'fairway', { suspension: { dispatching: false } }),
    ).toThrow(
      'conflict with "kubectl-edit" using policy.karmada.io/v1alpha1: .spec.suspension.dispatching',
    );
  });

  it('takes a field over by force, and its former holder has it no more', () => {
    const held = apply(object({}), 'fairway', hold);
    const change = { suspension: { dispatching: false } };

    const forced = apply(held, 'gitops', change, true);

    expect(forced.spec).toEqual(change);
    expect(
      forced.metadata.managedFields?.map(({ manager }) => manager),
    ).toEqual(['gitops']);
  });

  it('shares a field when both want the same', () => {
    const held = apply(object({}), 'fairway', hold);

    const shared = apply(held, 'gitops', hold);

    expect(
      shared.metadata.managedFields?.map(({ manager }) => manager),
    ).toEqual(['fairway', 'gitops']);
  });

  it('merges containers by name and replaces lists of custom resources whole', () => {
    const containers = (...images: string[]) => ({
      template: {
        spec: {
          containers: images.map(image => ({
            name: image.split(':')[0],
            image,
          })),
        },
      },
    });
    const live = object(containers('a:1', 'b:1'), 'Deployment');

    const merged = apply(live, 'me', containers('b:2'), false, DEPLOYMENT);

    expect(merged.spec).toEqual(containers('a:1', 'b:2'));
    const selectors = object({ resourceSelectors: [{ kind: 'a' }] });
    expect(
      apply(selectors, 'me', { resourceSelectors: [{ kind: 'b' }] }).spec,
    ).toEqual({ resourceSelectors: [{ kind: 'b' }] });
  });
});
