import { recording } from '../__fixtures__/recording';
import { Replay } from '../__fixtures__/replay';

/** What a first placement of a Deployment looks like on any cluster. */
const FIRST = ['-', 'pending', 'rolling-out', 'healthy'];

const journeys: Array<{
  journey: string;
  binding: string;
  labels: Record<string, string[]>;
  summaries: string[];
  last?: string;
}> = [
  {
    journey: 'canary-rollout-and-scale',
    binding: 'canary-deployment',
    labels: {
      member1: [...FIRST, 'rolling-out'],
      member2: [...FIRST, 'rolling-out'],
    },
    summaries: ['progressing'],
  },
  {
    journey: 'canary-rollout-and-scale',
    binding: 'canary-service',
    labels: {
      member1: ['-', 'pending', 'healthy'],
      member2: ['-', 'pending', 'healthy'],
    },
    summaries: ['progressing', 'converged'],
  },
  {
    journey: 'no-cluster-fit-then-fits',
    binding: 'nofit2-deployment',
    labels: { member1: FIRST, member2: FIRST },
    summaries: [
      'progressing',
      'unscheduled+withdrawn',
      'progressing',
      'converged',
    ],
  },
  {
    journey: 'not-enough-capacity',
    binding: 'huge-deployment',
    labels: { member1: ['-'], member2: ['-'] },
    summaries: ['progressing', 'unscheduled+withdrawn'],
    last: 'placed nowhere yet: the clusters have room for 2 more copies only, 500 are wanted',
  },
  {
    journey: 'apply-conflict',
    binding: 'conflict-deployment',
    labels: { member1: FIRST, member2: ['-', 'pending', 'apply-failed'] },
    summaries: ['progressing', 'degraded'],
    last: 'member2 refuses it: the same object exists there already. Adopt it with conflictResolution: Overwrite on PropagationPolicy conflict, or remove it there',
  },
  {
    journey: 'dependencies',
    binding: 'web-deployment',
    labels: { member1: FIRST, member2: FIRST },
    summaries: ['progressing', 'converged'],
  },
  {
    journey: 'dependencies',
    binding: 'web-config-configmap',
    labels: {
      member1: ['pending', 'applied'],
      member2: ['pending', 'applied'],
    },
    summaries: ['progressing+dependency', 'converged+dependency'],
  },
  {
    journey: 'dependencies',
    binding: 'web-secret-secret',
    labels: {
      member1: ['pending', 'applied'],
      member2: ['pending', 'applied'],
    },
    summaries: ['progressing+dependency', 'converged+dependency'],
  },
  {
    journey: 'spread-and-image-override',
    binding: 'nginx-deployment',
    labels: { member1: FIRST, member2: FIRST },
    summaries: ['progressing', 'converged'],
  },
  {
    journey: 'cluster-scoped-binding',
    binding: 'system.ctl.tom-clusterrole',
    labels: { member1: ['-', 'pending', 'applied'] },
    summaries: ['progressing', 'converged'],
  },
  {
    journey: 'held-dispatch-released-by-cluster',
    binding: 'held-deployment',
    labels: {
      member1: [
        'suspended',
        'pending',
        'rolling-out',
        'healthy',
        'suspended',
        'rolling-out',
        'healthy',
        'unhealthy',
      ],
      member2: ['suspended', 'pending', 'rolling-out', 'healthy', 'suspended'],
    },
    summaries: [
      'progressing+held',
      'progressing',
      'converged',
      'converged+held',
      'progressing+held',
      'degraded+held',
      'degraded+held+orphaned',
    ],
  },
  {
    journey: 'held-while-a-cluster-is-lost',
    binding: 'lane-deployment',
    labels: {
      member1: [...FIRST, 'suspended', 'evicting', 'leaving'],
      member2: [...FIRST, 'suspended'],
    },
    summaries: [
      'progressing',
      'converged',
      'converged+held',
      'progressing+held',
      'degraded+held',
    ],
    last: 'held: member2 runs 2 of 4. Release it to bring back the missing copies',
  },
  {
    journey: 'held-while-its-only-cluster-is-lost',
    binding: 'away-deployment',
    labels: {
      member1: [...FIRST, 'suspended', 'evicting', 'leaving', '-'],
      member2: ['-', 'suspended'],
    },
    summaries: [
      'progressing',
      'converged',
      'converged+held',
      'progressing',
      'degraded+held',
      'degraded+held+on-fallback-affinity',
    ],
    last: 'held: member2 runs 0 of 2. Release it to bring back the missing copies',
  },
  {
    journey: 'held-while-a-lost-cluster-returns',
    binding: 'twice-deployment',
    labels: {
      member1: [
        'pending',
        'healthy',
        'suspended',
        'evicting',
        'leaving',
        'suspended',
      ],
      member2: ['pending', 'healthy', 'suspended'],
    },
    summaries: [
      'progressing',
      'converged',
      'converged+held',
      'progressing+held',
      'converged+held',
      'degraded+held',
    ],
    last: 'held: member1 runs 0 of 2. Release it to bring back the missing copies',
  },
  {
    journey: 'cluster-lost-and-graceful-eviction',
    binding: 'canary-deployment',
    labels: {
      member1: ['rolling-out', 'evicting', 'leaving', '-'],
      member2: ['healthy', 'unhealthy', 'rolling-out'],
    },
    summaries: ['progressing', 'degraded', 'progressing'],
  },
  {
    journey: 'cluster-lost-and-graceful-eviction',
    binding: 'canary-service',
    labels: {
      member1: ['healthy', 'evicting', 'leaving'],
      member2: ['healthy'],
    },
    summaries: ['converged', 'progressing', 'converged'],
  },
  {
    journey: 'cluster-lost-and-graceful-eviction',
    binding: 'nginx-deployment',
    labels: {
      member1: ['rolling-out', 'evicting', 'leaving'],
      member2: ['healthy', 'unhealthy'],
    },
    summaries: ['progressing', 'degraded', 'unscheduled+kept'],
    last: 'kept where it is, cannot be placed anew: there are fewer regions than the policy wants to spread over',
  },
  {
    journey: 'cluster-lost-and-graceful-eviction',
    binding: 'web-config-configmap',
    labels: { member1: ['applied', 'leaving'], member2: ['applied'] },
    summaries: ['converged+dependency'],
  },
  {
    journey: 'cluster-lost-and-graceful-eviction',
    binding: 'web-deployment',
    labels: {
      member1: ['suspended', 'evicting', 'leaving'],
      member2: ['suspended'],
    },
    summaries: ['converged+held', 'degraded+held'],
    last: 'unhealthy on member2: 1 of 2 copies available',
  },
  {
    journey: 'cluster-lost-and-graceful-eviction',
    binding: 'fo-grace-deployment',
    labels: {
      member1: [...FIRST, 'evicting', 'leaving', '-'],
      member2: ['-', 'pending', 'rolling-out', 'healthy', 'unhealthy'],
    },
    summaries: [
      'progressing',
      'converged',
      'progressing',
      'converged',
      'degraded',
    ],
  },
  {
    journey: 'direct-eviction',
    binding: 'fo-direct-deployment',
    labels: {
      member1: ['-', 'pending', 'rolling-out', 'healthy'],
      member2: ['healthy', 'evicting', '-'],
    },
    summaries: ['converged', 'progressing', 'converged'],
  },
  {
    journey: 'fallback-affinity-and-rebalance',
    binding: 'fallback-deployment',
    labels: {
      member3: ['healthy', 'evicting', 'leaving', '-'],
      member2: ['-', 'pending', 'healthy'],
    },
    summaries: [
      'converged',
      'progressing',
      'progressing+on-fallback-affinity',
      'converged+on-fallback-affinity',
      'progressing+on-fallback-affinity',
      'converged+on-fallback-affinity',
    ],
  },
  {
    journey: 'quota-exceeded-then-raised',
    binding: 'nginx-deployment',
    labels: {
      member1: [
        'healthy',
        'rolling-out',
        'healthy',
        'rolling-out',
        'healthy',
        'rolling-out',
        'healthy',
      ],
      member2: [
        'healthy',
        'rolling-out',
        'healthy',
        'rolling-out',
        'healthy',
        'rolling-out',
        'healthy',
      ],
    },
    summaries: [
      'converged',
      'progressing',
      'unscheduled+kept',
      'progressing',
      'converged',
      'progressing',
      'converged',
    ],
  },
  {
    journey: 'rebalance',
    binding: 'canary-deployment',
    labels: {
      member1: ['-', 'pending'],
      member2: ['rolling-out', 'healthy'],
    },
    summaries: ['progressing'],
  },
];

describe('journeys recorded from a running Karmada', () => {
  it.each(journeys)(
    'reads $binding of $journey without a false alarm',
    ({ journey, binding, labels, summaries, last }) => {
      const replay = Replay.of(recording(journey));

      for (const [cluster, expected] of Object.entries(labels)) {
        expect({ cluster, labels: replay.labels(binding, cluster) }).toEqual({
          cluster,
          labels: expected,
        });
      }
      expect(replay.summaries(binding)).toEqual(summaries);
      const { sentence } = replay.last(binding).derived.summary;
      expect(sentence?.text ?? '').toContain(last ?? '');
    },
  );

  it.each([...new Set(journeys.map(({ journey }) => journey))])(
    'never says "0 of 0", and says nothing of clusters that %s has nothing to do with',
    journey => {
      const replay = Replay.of(recording(journey));
      for (const { binding } of journeys.filter(j => j.journey === journey)) {
        for (const { derived, targets } of replay.moments(binding)) {
          expect(derived.replicas.desired).not.toBe(0);
          expect(Object.keys(targets)).not.toContain('member9');
        }
      }
    },
  );

  it('shows on each cluster the version that it was last sent', () => {
    const replay = Replay.of(
      recording('held-dispatch-released-by-cluster'),
      120,
    );
    const [member1, member2] = replay.last('held-deployment').derived.targets;

    expect(member1).toMatchObject({
      cluster: 'member1',
      versions: [{ version: '2' }],
      generationsBehind: 0,
    });
    expect(member2).toMatchObject({
      cluster: 'member2',
      versions: [{ version: '1' }],
      generationsBehind: 2,
    });
  });

  it('reads overridden where a policy may replace the registry, and only there', () => {
    const replay = Replay.of(recording('spread-and-image-override'));
    const { targets } = replay.last('nginx-deployment').derived;

    expect(targets.map(t => [t.cluster, t.versionKnowledge])).toEqual([
      ['member1', 'known'],
      ['member2', 'overridden'],
    ]);
  });

  it('counts copies by what the scheduler assigned, not by what a member reports', () => {
    const replay = Replay.of(recording('canary-rollout-and-scale'));
    const scaled = replay
      .moments('canary-deployment')
      .filter(({ at }) => at > 27.38);

    expect(scaled.map(m => m.derived.replicas.desired)).toEqual(
      scaled.map(() => 5),
    );
    expect(replay.last('canary-deployment').derived.division?.text).toBe(
      'divided 1:1 over 2 clusters',
    );
  });

  it('gives a moving workload no countdown before the eviction controller stamped its task', () => {
    const replay = Replay.of(recording('cluster-lost-and-graceful-eviction'));
    const codes = replay
      .moments('fo-grace-deployment')
      .filter(({ at }) => at > 136 && at < 151)
      .map(m => m.derived.summary.sentence?.code);

    expect([...new Set(codes)]).toEqual([
      'placement.evicting',
      'placement.evictingUntil',
    ]);
  });
});
