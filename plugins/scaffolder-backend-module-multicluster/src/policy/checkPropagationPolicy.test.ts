import { checkPropagationPolicy } from './checkPropagationPolicy';
import { Placement, PropagationSpec } from './PropagationPolicy';

function check(
  spec: Partial<PropagationSpec>,
  metadata: { name: string; namespace?: string } = { name: 'checkout' },
): string[] {
  return checkPropagationPolicy({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata,
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment' }],
      ...spec,
    },
  });
}

const inPlacement = (placement: Placement) => check({ placement });
const division = 'spec.placement.replicaScheduling';
const spread = 'spec.placement.spreadConstraints';

describe('checkPropagationPolicy', () => {
  it('finds nothing wrong with a policy that divides by weight over spread clusters', () => {
    expect(
      check(
        {
          placement: {
            clusterAffinity: {
              clusterNames: ['a', 'b'],
              labelSelector: {
                matchLabels: { 'topology.example.com/zone': 'eu_1.a' },
                matchExpressions: [
                  { key: 'tier', operator: 'Exists' },
                  { key: 'env', operator: 'In', values: ['prod', ''] },
                ],
              },
            },
            spreadConstraints: [
              { spreadByField: 'zone', minGroups: 1, maxGroups: 2 },
              { spreadByField: 'cluster', minGroups: 2, maxGroups: 0 },
            ],
            replicaScheduling: {
              replicaSchedulingType: 'Divided',
              weightPreference: {
                staticWeightList: [
                  { targetCluster: { clusterNames: ['a'] }, weight: 2 },
                  { targetCluster: { clusterNames: ['b'] }, weight: 1 },
                ],
              },
            },
          },
        },
        { name: 'checkout.v2', namespace: 'shop' },
      ),
    ).toEqual([]);
  });

  it.each([
    ['Checkout', undefined, 'metadata.name'],
    ['checkout-', undefined, 'metadata.name'],
    ['a'.repeat(254), undefined, 'metadata.name'],
    ['checkout', 'my.shop', 'metadata.namespace'],
    ['checkout', 'a'.repeat(64), 'metadata.namespace'],
  ])('refuses the name %s in namespace %s', (name, namespace, at) => {
    expect(check({}, { name, namespace })).toEqual([
      expect.stringContaining(`${at}: `),
    ]);
  });

  it('refuses to preempt with a selector that has no name', () => {
    expect(check({ preemption: 'Always' })).toEqual([
      expect.stringContaining('spec.resourceSelectors[0].name: '),
    ]);
  });

  it('refuses labels beside a name, which Karmada does not look at', () => {
    expect(
      check({
        resourceSelectors: [
          {
            apiVersion: 'v1',
            kind: 'Service',
            name: 'checkout',
            labelSelector: { matchLabels: { app: 'checkout' } },
          },
        ],
      }),
    ).toEqual([
      'spec.resourceSelectors[0].labelSelector: has no effect beside a name',
    ]);
  });

  it.each([
    [{ matchLabels: { 'a b': 'c' } }, "'a b' is no key of a label"],
    [{ matchLabels: { a: 'b c' } }, "'b c' is no value of a label"],
    [
      { matchExpressions: [{ key: 'a', operator: 'In' as const }] },
      'a: In takes values',
    ],
    [
      {
        matchExpressions: [
          { key: 'a', operator: 'Exists' as const, values: ['b'] },
        ],
      },
      'a: Exists takes no values',
    ],
  ])('refuses clusters by %j, which matches none', (labelSelector, said) => {
    expect(inPlacement({ clusterAffinity: { labelSelector } })).toEqual([
      `spec.placement.clusterAffinity.labelSelector: ${said}`,
    ]);
  });

  it.each([
    [
      [{ spreadByField: 'cluster' as const, spreadByLabel: 'rack' }],
      `${spread}[0]: spreads by a field or by a label, not by both`,
    ],
    [
      [{ spreadByLabel: 'rack', minGroups: 3, maxGroups: 2 }],
      `${spread}[0]: maxGroups is lower than minGroups`,
    ],
    [
      [
        { spreadByField: 'cluster' as const },
        { spreadByField: 'cluster' as const, minGroups: 2 },
      ],
      `${spread}: only one constraint by cluster is allowed`,
    ],
    [
      [{ spreadByField: 'zone' as const }],
      `${spread}: a constraint by zone needs one by cluster beside it`,
    ],
  ])('refuses to spread by %j', (spreadConstraints, said) => {
    expect(inPlacement({ spreadConstraints })).toEqual([said]);
  });

  it.each([
    [
      {
        replicaSchedulingType: 'Duplicated' as const,
        replicaDivisionPreference: 'Aggregated' as const,
      },
      `${division}: nothing is divided where replicaSchedulingType is Duplicated`,
    ],
    [
      {
        replicaDivisionPreference: 'Aggregated' as const,
        weightPreference: { dynamicWeight: 'AvailableReplicas' as const },
      },
      `${division}.weightPreference: weights count only where replicaDivisionPreference is Weighted`,
    ],
    [
      {
        weightPreference: {
          dynamicWeight: 'AvailableReplicas' as const,
          staticWeightList: [{ targetCluster: {}, weight: 1 }],
        },
      },
      `${division}.weightPreference: staticWeightList has no effect beside dynamicWeight`,
    ],
  ])('refuses to divide by %j', (replicaScheduling, said) => {
    expect(inPlacement({ replicaScheduling })).toEqual([said]);
  });

  it.each([
    [{ clusterNames: ['a'] }],
    [{ exclude: ['b'] }],
    [{ clusterNames: ['a', 'b'], exclude: ['b'] }],
  ])('refuses a weight for b where clusters are %j', clusterAffinity => {
    expect(
      inPlacement({
        clusterAffinity,
        replicaScheduling: {
          weightPreference: {
            staticWeightList: [
              { targetCluster: { clusterNames: ['a', 'b'] }, weight: 1 },
            ],
          },
        },
      }),
    ).toEqual([
      `${division}.weightPreference: b has a weight but clusterAffinity keeps it out`,
    ]);
  });
});
