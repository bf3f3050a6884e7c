import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Binding } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import type { OverridePolicy } from '../model/Policy';
import { applyOverrides } from './applyOverrides';
import { isSuspended } from './isSuspended';
import { overrideImage } from './overrideImage';
import { wantedClusters } from './wantedClusters';

describe('an image override', () => {
  it.each([
    [
      'nginx:1.27.0',
      'Registry',
      'replace',
      'mirror.example.org',
      'mirror.example.org/nginx:1.27.0',
    ],
    ['ghcr.io/a/b:1', 'Registry', 'replace', 'mirror', 'mirror/a/b:1'],
    ['ghcr.io/a/b:1', 'Registry', 'remove', '', 'a/b:1'],
    ['ghcr.io/a/b:1', 'Registry', 'add', '.cn', 'ghcr.io.cn/a/b:1'],
    ['localhost/a:1', 'Registry', 'replace', 'r.io', 'r.io/a:1'],
    ['r.io:5000/a/b', 'Tag', 'add', '2', 'r.io:5000/a/b:2'],
    ['a:1', 'Tag', 'replace', '2', 'a:2'],
    ['a:1', 'Tag', 'remove', '', 'a'],
    ['a@sha256:00', 'Tag', 'replace', 'sha256:11', 'a@sha256:11'],
    ['r.io/a/b:1', 'Repository', 'replace', 'c', 'r.io/c:1'],
  ] as const)(
    'of %s, %s %s %s, gives %s',
    (image, component, operator, value, expected) => {
      expect(overrideImage(image, { component, operator, value })).toBe(
        expected,
      );
    },
  );
});

describe('override policies', () => {
  const manifest = (): KubeObject => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', namespace: 'n' },
    spec: {
      replicas: 1,
      template: { spec: { containers: [{ name: 'app', image: 'a:1' }] } },
    },
  });
  const cluster = (name: string): Cluster => ({
    apiVersion: 'cluster.karmada.io/v1alpha1',
    kind: 'Cluster',
    metadata: { name },
    spec: { syncMode: 'Push' },
  });
  const policy = (
    name: string,
    value: string,
    selected = 'a',
  ): OverridePolicy => ({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'OverridePolicy',
    metadata: { name, namespace: 'n' },
    spec: {
      resourceSelectors: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: selected },
      ],
      overrideRules: [
        {
          targetCluster: { clusterNames: ['m1'] },
          overriders: {
            imageOverrider: [{ component: 'Tag', operator: 'replace', value }],
            plaintext: [
              { path: '/spec/template/spec/hostname', operator: 'add', value },
            ],
          },
        },
      ],
    },
  });

  it('change what they select on the clusters they mean, cluster-wide ones first, and leave their names', () => {
    const object = manifest();
    const annotations = applyOverrides(object, cluster('m1'), {
      clusterWide: [policy('wide', '2')],
      namespaced: [policy('own', '3'), policy('other', '9', 'b')],
    });
    expect(JSON.stringify(object)).toContain('a:3');
    expect(JSON.stringify(object)).toContain('"hostname":"3"');
    expect(Object.keys(annotations)).toEqual([
      'policy.karmada.io/applied-cluster-overrides',
      'policy.karmada.io/applied-overrides',
    ]);
  });

  it('leave other clusters as they are, and no trace there', () => {
    const object = manifest();
    const annotations = applyOverrides(object, cluster('m2'), {
      clusterWide: [],
      namespaced: [policy('own', '3')],
    });
    expect(object).toEqual(manifest());
    expect(annotations).toEqual({});
  });
});

describe('the clusters that keep a copy', () => {
  const binding = (spec: Partial<Binding['spec']>): Binding => ({
    apiVersion: 'work.karmada.io/v1alpha2',
    kind: 'ResourceBinding',
    metadata: { name: 'a-deployment', namespace: 'n' },
    spec: {
      resource: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' },
      ...spec,
    },
  });
  const task = (fromCluster: string, purgeMode: 'Directly' | 'Gracefully') => ({
    fromCluster,
    purgeMode,
    producer: 'TaintManager',
    reason: 'TaintUntolerated',
  });

  it('are those scheduled, required and gracefully evicted, not those purged at once', () => {
    const wanted = wantedClusters(
      binding({
        clusters: [{ name: 'm1', replicas: 2 }],
        requiredBy: [
          {
            name: 'p',
            clusters: [{ name: 'm1', replicas: 9 }, { name: 'm2' }],
          },
        ],
        gracefulEvictionTasks: [
          task('m3', 'Gracefully'),
          task('m4', 'Directly'),
        ],
      }),
    );
    expect(wanted.map(({ name }) => name)).toEqual(['m1', 'm2', 'm3']);
    expect(wanted[0].replicas).toBe(2);
  });

  it.each([
    [undefined, false],
    [{ dispatching: true }, true],
    [{ dispatchingOnClusters: { clusterNames: ['m1'] } }, true],
    [{ dispatchingOnClusters: { clusterNames: ['m2'] } }, false],
  ])('are held by %j: %s', (suspension, expected) => {
    expect(isSuspended(binding({ suspension }), 'm1')).toBe(expected);
  });
});
