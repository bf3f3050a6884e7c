import { ConfigReader } from '@backstage/config';
import { environmentsOpenTo, mayHoldCluster } from './environmentOf';
import { Environments } from './Environments';
import { EnvironmentWorkload } from './EnvironmentRule';
import { narrowedEnvironments } from './narrowedEnvironments';

const read = (environments: object[]) =>
  Environments.fromConfig(new ConfigReader({ multicluster: { environments } }));

/** Three clusters, two of which hold the same namespace for different environments. */
const clusters = read([
  {
    name: 'development',
    clusters: { names: ['rohan'] },
    namespaces: ['kubesphere-sample-dev'],
  },
  { name: 'test', clusters: { names: ['gondor'] } },
  {
    name: 'production',
    clusters: { names: ['shire'], labels: { 'example.com/tier': 'prod' } },
    workloads: { labels: { app: 'sample' } },
  },
]);

const tiers = { 'example.com/tier': 'prod' };
const target = (
  name: string,
  namespace: string,
  labels: Record<string, string> = {},
  workload: Record<string, string> = {},
) => ({
  cluster: { controlPlane: 'plain', name, labels },
  workload: { namespace, labels: workload },
});

describe('environmentOf', () => {
  it.each([
    ['rohan', 'kubesphere-sample-dev', {}, {}, 'development'],
    ['rohan', 'kubesphere-sample-prod', {}, {}, undefined],
    ['gondor', 'kubesphere-sample-prod', {}, {}, 'test'],
    ['shire', 'kubesphere-sample-prod', tiers, { app: 'sample' }, 'production'],
    ['shire', 'kubesphere-sample-prod', tiers, {}, undefined],
    ['shire', 'kubesphere-sample-prod', {}, { app: 'sample' }, undefined],
    ['elsewhere', 'production', {}, {}, undefined],
  ])(
    'of %s/%s with %j and %j is %s, whatever the namespace is called',
    (name, namespace, labels, workload, expected) => {
      expect(clusters.ofTarget(target(name, namespace, labels, workload))).toBe(
        expected,
      );
    },
  );

  it('is the first whose rule holds', () => {
    const both = read([
      { name: 'first', namespaces: ['shop-*'] },
      { name: 'second', clusters: {} },
    ]);
    expect(both.ofTarget(target('any', 'shop-a'))).toBe('first');
    expect(both.ofTarget(target('any', 'other'))).toBe('second');
  });

  it('of a label that every JavaScript object has is none', () => {
    const odd = read([{ name: 'odd', workloads: { labels: { x: 'y' } } }]);
    expect(odd.ofTarget(target('any', 'n', {}, { y: 'x' }))).toBeUndefined();
  });

  it('goes by the pipeline that marked the workload, where clusters say nothing', () => {
    const byPipeline = read([
      { name: 'production', pipelines: [{ names: ['canary'] }] },
    ]);
    const { cluster, workload } = target('any', 'shop');
    const pipelines = [{ source: 'pipecd', name: 'canary', labels: {} }];
    expect(
      byPipeline.ofTarget({ cluster, workload: { ...workload, pipelines } }),
    ).toBe('production');
    expect(byPipeline.ofTarget({ cluster, workload })).toBeUndefined();
  });
});

describe('The environment of a cluster', () => {
  it.each([
    ['gondor', 'test'],
    ['rohan', undefined],
  ])('%s is %s: a part of it is not all of it', (name, expected) => {
    const cluster = { controlPlane: 'plain', name, labels: {} };
    expect(clusters.of(cluster)).toBe(expected);
    expect(mayHoldCluster(clusters.rules[0], cluster)).toBe(name === 'rohan');
  });
});

describe('Environments on a cluster', () => {
  const parts = read([
    { name: 'development', namespaces: ['*-dev'] },
    { name: 'test', clusters: { names: ['shared'] } },
    { name: 'production', clusters: {} },
    { name: 'by pipeline', pipelines: [{ source: 'pipecd' }] },
  ]);

  it.each([
    ['shared', ['development', 'test']],
    ['other', ['development', 'production']],
  ])('%s are %j: each that a part of it can belong to', (name, expected) => {
    expect(
      parts.onCluster({ controlPlane: 'plain', name, labels: {} }),
    ).toEqual(expected);
  });
});

describe('The environment of a pipeline', () => {
  const pipelines = read([
    {
      name: 'canary',
      pipelines: [{ names: ['shop'], stage: 'K8S_CANARY_ROLLOUT' }],
    },
    {
      name: 'production',
      pipelines: [
        { names: ['shop'], stage: 'K8S_PRIMARY_ROLLOUT' },
        { names: ['shop'], stage: 'K8S_CANARY_ROLLOUT' },
        { source: 'pipecd', labels: { env: 'prod' } },
      ],
    },
  ]);
  const pipeline = (name: string, labels = {}, source = 'pipecd') => ({
    source,
    name,
    labels,
  });

  it.each([
    [pipeline('cart', { env: 'prod' }), 'production'],
    [pipeline('cart', { env: 'prod' }, 'other'), undefined],
    [pipeline('cart', { env: 'test' }), undefined],
    [pipeline('shop'), undefined],
  ])('%j is %s', (given, expected) => {
    expect(pipelines.ofPipeline(given)).toBe(expected);
  });

  it('is one for each of its stages, and a stage that two name is the first one’s', () => {
    expect(pipelines.stagesOf(pipeline('shop'))).toEqual([
      { environment: 'canary', stage: 'K8S_CANARY_ROLLOUT' },
      { environment: 'production', stage: 'K8S_PRIMARY_ROLLOUT' },
    ]);
  });

  it('is refused in the configuration where nothing names the pipeline', () => {
    expect(() =>
      read([{ name: 'all', pipelines: [{ stage: 'DEPLOY' }] }]),
    ).toThrow("environment 'all'");
  });
});

describe('What is placed on no cluster yet', () => {
  const known = [
    { controlPlane: 'plain', name: 'rohan', labels: {} },
    { controlPlane: 'plain', name: 'gondor', labels: {} },
    { controlPlane: 'plain', name: 'shire', labels: tiers },
  ];

  it.each<[EnvironmentWorkload, number, string[]]>([
    [{ namespace: 'x', labels: {} }, 3, ['test']],
    [{ namespace: 'x', labels: { app: 'sample' } }, 3, ['test', 'production']],
    [
      { namespace: 'kubesphere-sample-dev', labels: {} },
      3,
      ['development', 'test'],
    ],
    [{ namespace: 'kubesphere-sample-dev', labels: {} }, 1, ['development']],
    [{ namespace: 'kubesphere-sample-dev', labels: {} }, 0, []],
  ])(
    '%j may come, by the first %s clusters of its control plane, to %j',
    (workload, count, expected) => {
      expect(
        environmentsOpenTo(clusters.rules, known.slice(0, count), workload),
      ).toEqual(expected);
    },
  );
});

describe('Without a configuration', () => {
  const none = Environments.fromConfig(new ConfigReader({}));

  it('there is an order, and nothing belongs to anything', () => {
    expect(none.configured).toBe(false);
    expect(none.list).toEqual([]);
    expect(none.order.map(({ name }) => name)).toEqual([
      'development',
      'test',
      'production',
    ]);
    expect(none.ofTarget(target('production', 'production'))).toBeUndefined();
  });
});

describe('narrowedEnvironments', () => {
  const order = clusters.order;

  it.each([
    [undefined, ['development', 'test', 'production'], []],
    [' , ', ['development', 'test', 'production'], []],
    ['production,test', ['test', 'production'], []],
    ['production,moon', ['production'], ['moon']],
    ['moon', [], ['moon']],
  ])('by %j leaves %j', (annotation, names, unknown) => {
    const narrowed = narrowedEnvironments(order, annotation);
    expect(narrowed.environments.map(({ name }) => name)).toEqual(names);
    expect(narrowed.unknown).toEqual(unknown);
  });
});
