import { recording } from './__fixtures__/recording';
import { explainUnplaced } from './explainUnplaced';
import { projectPolicy } from './project/projectPolicy';
import { projectTemplate } from './project/projectTemplate';

const deployment = { group: 'apps', version: 'v1', kind: 'Deployment' };

function policy(
  name: string,
  selector: Record<string, unknown>,
  spec: Record<string, unknown> = {},
  namespace = 'demo',
) {
  return projectPolicy(
    {
      metadata: { name, ...(namespace && { namespace }) },
      spec: {
        resourceSelectors: [
          { apiVersion: 'apps/v1', kind: 'Deployment', ...selector },
        ],
        ...spec,
      },
    },
    namespace ? 'PropagationPolicy' : 'ClusterPropagationPolicy',
  )!;
}

function workload(metadata: Record<string, unknown> = {}) {
  return projectTemplate(
    { metadata: { namespace: 'demo', name: 'web', ...metadata } },
    deployment,
  )!;
}

describe('explainUnplaced', () => {
  it('says of the second canary that nothing selects it, and names the nearest policy', () => {
    const template = projectTemplate(
      recording('canary-canary-no-policy')[0].object,
      deployment,
    )!;
    const canary = projectPolicy(
      recording('canary-rollout-and-scale').find(e => e.stream === 'pp')!
        .object,
      'PropagationPolicy',
    )!;

    expect(
      explainUnplaced({
        workload: template,
        policies: [policy('other', { name: 'zzz' }), canary],
      }).text,
    ).toBe(
      'placed nowhere: no policy selects Deployment canary-canary. PropagationPolicy canary is the nearest: add it to its resourceSelectors',
    );
  });

  it.each([
    ['nothing', [], 'placement.unplaced.noPolicy'],
    [
      'a policy of another namespace',
      [policy('p', { name: 'web' }, {}, 'other')],
      'placement.unplaced.noPolicy',
    ],
    [
      'a policy that selects it',
      [policy('p', { name: 'web' })],
      'placement.unplaced.notYet',
    ],
    [
      'a cluster policy that selects it',
      [policy('p', {}, {}, '')],
      'placement.unplaced.notYet',
    ],
    [
      'a lazy policy',
      [policy('p', {}, { activationPreference: 'Lazy' })],
      'placement.unplaced.lazy',
    ],
    [
      'a policy by label that fits',
      [policy('p', { labelSelector: { matchLabels: { app: 'web' } } })],
      'placement.unplaced.notYet',
    ],
    [
      'a policy by expression that does not',
      [
        policy('p', {
          labelSelector: {
            matchExpressions: [
              { key: 'app', operator: 'NotIn', values: ['web'] },
            ],
          },
        }),
      ],
      'placement.unplaced.nearest',
    ],
  ])('with %s it says so', (_, policies, code) => {
    expect(
      explainUnplaced({
        workload: workload({ labels: { app: 'web' } }),
        policies,
      }).code,
    ).toBe(code);
  });

  it('takes policies in the order in which Karmada does', () => {
    const policies = [
      policy('cluster', { name: 'web' }, { priority: 9 }, ''),
      policy('by-kind', {}),
      policy('by-name-b', { name: 'web' }),
      policy('by-name-a', { name: 'web' }),
      policy('by-label', { labelSelector: {} }),
    ];

    expect(explainUnplaced({ workload: workload(), policies }).params).toEqual({
      policy: 'PropagationPolicy by-name-a',
    });
  });

  it('says when it was claimed, is being deleted, or lies in a namespace of Karmada', () => {
    const code = (metadata: Record<string, unknown>) =>
      explainUnplaced({ workload: workload(metadata), policies: [] }).code;

    expect(
      code({ labels: { 'propagationpolicy.karmada.io/permanent-id': 'x' } }),
    ).toBe('placement.unplaced.claimed');
    expect(code({ deletionTimestamp: '2026-11-21T12:00:00Z' })).toBe(
      'placement.unplaced.deleting',
    );
    expect(code({ namespace: 'karmada-es-m1' })).toBe(
      'placement.unplaced.reserved',
    );
  });
});
