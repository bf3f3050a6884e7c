import fc from 'fast-check';
import type { Binding } from '../model/Binding';
import type { Cluster, Taint } from '../model/Cluster';
import type { Placement } from '../model/Placement';
import { apiEnablements } from '../cluster/apiEnablements';
import { divideByWeight } from './divideByWeight';
import { placementText } from './placementText';
import { formatQuantity, parseQuantity } from './quantity';
import { schedule } from './schedule';
import { SchedulingError } from './SchedulingError';
import { tolerates } from './tolerates';

interface ClusterInput {
  region?: string;
  zones?: string[];
  cpu?: string;
  used?: string;
  taints?: Taint[];
  labels?: Record<string, string>;
  apis?: boolean;
}

function cluster(name: string, input: ClusterInput = {}): Cluster {
  const { region, zones, cpu = '16', used = '0', taints, labels } = input;
  return {
    apiVersion: 'cluster.karmada.io/v1alpha1',
    kind: 'Cluster',
    metadata: { name, labels },
    spec: { syncMode: 'Push', region, zones, taints },
    status: {
      apiEnablements: input.apis === false ? [] : apiEnablements,
      resourceSummary: {
        allocatable: { cpu, memory: '64Gi', pods: '220' },
        allocated: { cpu: used },
      },
    },
  };
}

function binding(
  placement: Placement,
  spec: Partial<Binding['spec']> = {},
): Binding {
  return {
    apiVersion: 'work.karmada.io/v1alpha2',
    kind: 'ResourceBinding',
    metadata: { name: 'a-deployment', namespace: 'n' },
    spec: {
      resource: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'n',
        name: 'a',
      },
      replicas: 4,
      replicaRequirements: { resourceRequest: { cpu: '1' } },
      placement,
      ...spec,
    },
  };
}

function run(
  placement: Placement,
  clusters: Cluster[],
  spec: Partial<Binding['spec']> = {},
  fresh = false,
): string {
  const { clusterAffinity } = placement;
  try {
    return schedule(binding(placement, spec), clusterAffinity, clusters, fresh)
      .map(({ name, replicas }) => `${name}:${replicas ?? '-'}`)
      .join(' ');
  } catch (error) {
    const { reason, message } = error as SchedulingError;
    return `${reason}: ${message}`;
  }
}

const taint: Taint = { key: 'lab', value: 'x', effect: 'NoSchedule' };
const divided = (
  preference: 'Aggregated' | 'Weighted',
  dynamic?: boolean,
): Placement => ({
  replicaScheduling: {
    replicaSchedulingType: 'Divided',
    replicaDivisionPreference: preference,
    ...(dynamic && {
      weightPreference: { dynamicWeight: 'AvailableReplicas' },
    }),
  },
});
const by = (spreadByField: 'cluster' | 'region' | 'zone', min: number) => ({
  spreadByField,
  minGroups: min,
  maxGroups: min,
});

describe('where a binding goes', () => {
  const a = cluster('a', { region: 'r1', zones: ['z1'], used: '8' });
  const b = cluster('b', { region: 'r2', zones: ['z2'], used: '4' });
  const c = cluster('c', { region: 'r2', zones: ['z3'] });

  it.each<[string, Placement, Partial<Binding['spec']>, string]>([
    ['a copy of all on each', {}, {}, 'a:4 b:4 c:4'],
    [
      'kinds without replicas carry no counts',
      {},
      { replicas: undefined },
      'a:- b:- c:-',
    ],
    [
      'without weights evenly',
      divided('Weighted'),
      { replicas: 6 },
      'a:2 b:2 c:2',
    ],
    [
      'by the room there is',
      divided('Weighted', true),
      { replicas: 9 },
      'a:2 b:3 c:4',
    ],
    ['on as few as have the room', divided('Aggregated'), {}, 'c:4'],
    [
      'on two when one has not',
      divided('Aggregated'),
      { replicas: 20 },
      'b:9 c:11',
    ],
    ['one per region', { spreadConstraints: [by('region', 2)] }, {}, 'a:4 c:4'],
    ['two of them', { spreadConstraints: [by('cluster', 2)] }, {}, 'b:4 c:4'],
    [
      'what is there stays',
      { spreadConstraints: [by('cluster', 1)] },
      { clusters: [{ name: 'a', replicas: 4 }] },
      'a:4',
    ],
    [
      'more are added where there is room, and none moved',
      divided('Weighted', true),
      { replicas: 6, clusters: [{ name: 'a', replicas: 4 }] },
      'a:4 b:1 c:1',
    ],
    [
      'fewer in proportion',
      divided('Weighted', true),
      {
        replicas: 2,
        clusters: [
          { name: 'a', replicas: 2 },
          { name: 'b', replicas: 2 },
        ],
      },
      'a:1 b:1',
    ],
  ])('%s', (_, placement, spec, expected) => {
    expect(run(placement, [a, b, c], spec)).toBe(expected);
  });

  it('forgets where replicas are when a rebalance is asked for', () => {
    const spec = { replicas: 4, clusters: [{ name: 'a', replicas: 4 }] };
    expect(run(divided('Weighted', true), [a, b, c], spec, true)).not.toBe(
      'a:4',
    );
  });

  it.each<[string, Placement, Cluster[], Partial<Binding['spec']>, string]>([
    [
      'counted reasons',
      { clusterAffinity: { labelSelector: { matchLabels: { tier: 'prod' } } } },
      [
        cluster('a', { taints: [taint], labels: { tier: 'prod' } }),
        cluster('b', { taints: [taint], labels: { tier: 'prod' } }),
        cluster('c'),
      ],
      {},
      'NoClusterFit: 0/3 clusters are available: 1 cluster(s) did not match the placement cluster affinity constraint, 2 cluster(s) had untolerated taint {lab=x:NoSchedule}.',
    ],
    [
      'a missing API',
      {},
      [cluster('a', { apis: false })],
      {},
      'NoClusterFit: 0/1 clusters are available: 1 cluster(s) did not have the API resource.',
    ],
    [
      'a cluster that is being evicted from',
      {},
      [cluster('a')],
      {
        gracefulEvictionTasks: [
          { fromCluster: 'a', producer: 'p', reason: 'r' },
        ],
      },
      'NoClusterFit: 0/1 clusters are available: 1 cluster(s) is in the process of eviction.',
    ],
    [
      'no clusters at all',
      {},
      [],
      {},
      'NoClusterFit: 0/0 clusters are available: no cluster exists.',
    ],
    [
      'no room',
      divided('Aggregated'),
      [cluster('a', { cpu: '2' })],
      {},
      'Unschedulable: failed to assign replicas: failed to scale up: Clusters available replicas 2 are not enough to schedule.',
    ],
    [
      'too few regions',
      { spreadConstraints: [by('region', 2)] },
      [cluster('a', { region: 'r1' })],
      {},
      'SchedulerError: failed to select clusters: the number of feasible region is less than spreadConstraint.MinGroups',
    ],
    [
      'zones alone',
      { spreadConstraints: [by('zone', 1)] },
      [cluster('a', { zones: ['z'] })],
      {},
      'SchedulerError: failed to select clusters: just support cluster and region spread constraint',
    ],
  ])(
    'is refused with the words of the real one: %s',
    (_, placement, clusters, spec, expected) => {
      expect(run(placement, clusters, spec)).toBe(expected);
    },
  );

  it('does not move what is there when a cluster is tainted', () => {
    const cordoned = cluster('a', { taints: [taint] });
    expect(
      run({}, [cordoned], { clusters: [{ name: 'a', replicas: 4 }] }),
    ).toBe('a:4');
  });
});

describe('shares', () => {
  it('add up, leave nobody below the floor of its share by more than one, and follow the weights', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 20 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.nat(200), weights, (replicas, list) => {
        const shares = divideByWeight(
          replicas,
          list.map((weight, index) => ({ name: `c${index}`, weight })),
        );
        const total = list.reduce((sum, weight) => sum + weight, 0);
        expect(shares.reduce((sum, share) => sum + share.replicas!, 0)).toBe(
          replicas,
        );
        shares.forEach(({ name, replicas: count = 0 }) => {
          const fair = (replicas * list[Number(name.slice(1))]) / total;
          expect(Math.abs(count - fair)).toBeLessThan(list.length);
        });
      }),
    );
  });
});

describe('small rules of the scheduler', () => {
  it.each([
    ['500m', 500],
    ['2', 2000],
    ['1Ki', 1_024_000],
    [undefined, 0],
    ['nonsense', 0],
  ])('reads the quantity %s as %d thousandths', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected);
  });

  it('writes what it read', () => {
    expect(['500m', '2', '11'].map(parseQuantity).map(formatQuantity)).toEqual([
      '500m',
      '2',
      '11',
    ]);
  });

  it.each([
    [[{ operator: 'Exists' as const }], true],
    [[{ key: 'lab', operator: 'Exists' as const }], true],
    [[{ key: 'lab', value: 'x' }], true],
    [[{ key: 'lab', value: 'y' }], false],
    [[{ key: 'lab', operator: 'Exists' as const, effect: 'NoExecute' }], false],
    [undefined, false],
  ])('bears a taint by %j: %s', (tolerations, expected) => {
    expect(tolerates(tolerations, taint)).toBe(expected);
  });

  it('writes a placement in the order of the Go structs, as recorded', () => {
    expect(
      placementText({
        replicaScheduling: {
          replicaDivisionPreference: 'Weighted',
          replicaSchedulingType: 'Divided',
          weightPreference: {
            staticWeightList: [
              { targetCluster: { clusterNames: ['member1'] }, weight: 1 },
            ],
          },
        },
        clusterAffinity: { clusterNames: ['member1'] },
      }),
    ).toBe(
      '{"clusterAffinity":{"clusterNames":["member1"]},"replicaScheduling":{"replicaSchedulingType":"Divided","replicaDivisionPreference":"Weighted","weightPreference":{"staticWeightList":[{"targetCluster":{"clusterNames":["member1"]},"weight":1}]}}}',
    );
  });
});
