import { binding, derive, runs } from './__fixtures__/objects';
import { explainLoss } from './explainLoss';
import { projectBinding } from './project/projectBinding';
import { projectCluster } from './project/projectCluster';

const DIVIDED = {
  placement: { replicaScheduling: { replicaSchedulingType: 'Divided' } },
};
const BOTH = {
  clusters: [
    { name: 'm1', replicas: 2 },
    { name: 'm2', replicas: 1 },
  ],
};
const taint = { taints: [{ key: 'lost', effect: 'NoExecute' }] };
const unclaimed = { labels: {}, annotations: {} };

function outlook(
  spec: Record<string, unknown>,
  cluster: Record<string, unknown> = {},
  metadata?: Record<string, unknown>,
) {
  const raw = binding(
    spec,
    { aggregatedStatus: [runs('m1', 2), runs('m2', 1)] },
    metadata,
  );
  return explainLoss({
    cluster: projectCluster({ metadata: { name: 'm1' }, spec: cluster })!,
    placement: projectBinding(raw)!,
    derived: derive(raw),
  });
}

describe('explainLoss', () => {
  it.each([
    ['a divided workload', { ...BOTH, ...DIVIDED }, {}, 'stays'],
    ['a duplicated one', BOTH, {}, 'staysDuplicated'],
    ['the only copy', { clusters: [{ name: 'm1' }] }, {}, 'stays'],
    ['a divided one and a taint', { ...BOTH, ...DIVIDED }, taint, 'evictable'],
    ['a duplicated one and a taint', BOTH, taint, 'evictableDuplicated'],
    [
      'one that must be spread',
      { ...BOTH, placement: { spreadConstraints: [{ minGroups: 2 }] } },
      {},
      'spread',
    ],
    [
      'what others need and nobody places here',
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        requiredBy: [{ name: 'api', clusters: [{ name: 'm1' }] }],
      },
      {},
      'dependency',
    ],
    [
      'one that is moving already',
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [{ fromCluster: 'm1', purgeMode: 'Gracefully' }],
      },
      {},
      'evicting',
    ],
    [
      'one whose purge waits for a person',
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [{ fromCluster: 'm1', purgeMode: 'Never' }],
      },
      {},
      'awaitingPurge',
    ],
    ['one that left', { clusters: [{ name: 'm2' }] }, {}, 'leaving'],
    ['a held one', { ...BOTH, suspension: { dispatching: true } }, {}, 'held'],
    [
      'one that may not be scheduled',
      { ...BOTH, suspension: { scheduling: true } },
      {},
      'noScheduling',
    ],
  ])('tells of %s what Karmada does by itself', (_, spec, cluster, code) => {
    expect(outlook(spec, cluster).code).toBe(`placement.loss.${code}`);
  });

  it('promises nothing for one whose policy is gone', () => {
    expect(outlook(BOTH, taint, unclaimed).code).toBe('placement.loss.frozen');
  });

  it('names what a dependency follows', () => {
    const spec = {
      placement: undefined,
      requiredBy: [{ name: 'web-deployment', clusters: [{ name: 'm1' }] }],
    };

    expect(outlook(spec, {}, unclaimed).text).toBe(
      'it follows what needs it (web-deployment) and moves when that moves',
    );
  });
});
