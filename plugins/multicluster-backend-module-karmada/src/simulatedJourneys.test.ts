import { journeys } from '@fairway/simulator';
import { journeyBindings } from './__fixtures__/journeyBindings';
import { recording, RecordedEvent } from './__fixtures__/recording';
import { Replay } from './__fixtures__/replay';

/** Shorter states are how fast a machine is, not what Karmada does. */
const SECONDS = 1;

/**
 * Where the embedded world may tell a story otherwise than the recorded Karmada did, and why. Either telling passes, so
 * that an entry can go when the difference does.
 */
const differences: Array<{
  binding: string;
  journey: string;
  of: string[];
  told: string[];
  because: string;
}> = [
  {
    journey: 'dependencies',
    binding: 'web-config-configmap',
    of: ['member1', 'member2'],
    told: ['applied'],
    because: 'the laboratory took two seconds for what takes one',
  },
  {
    journey: 'dependencies',
    binding: 'web-secret-secret',
    of: ['member1', 'member2'],
    told: ['applied'],
    because: 'the laboratory took two seconds for what takes one',
  },
  {
    journey: 'dependencies',
    binding: 'web-config-configmap',
    of: ['summary'],
    told: ['converged+dependency'],
    because: 'the laboratory took two seconds for what takes one',
  },
  {
    journey: 'dependencies',
    binding: 'web-secret-secret',
    of: ['summary'],
    told: ['converged+dependency'],
    because: 'the laboratory took two seconds for what takes one',
  },
  {
    journey: 'fallback-affinity-and-rebalance',
    binding: 'fallback-deployment',
    of: ['summary'],
    told: [
      'converged',
      'progressing+on-fallback-affinity',
      'converged+on-fallback-affinity',
    ],
    because: 'pods of the embedded members take longer to get ready',
  },
  {
    journey: 'fallback-affinity-and-rebalance',
    binding: 'fallback-deployment',
    of: ['member3'],
    told: ['healthy', 'evicting', '-'],
    because: 'pods of the embedded members take longer to get ready',
  },
  {
    journey: 'held-dispatch-released-by-cluster',
    binding: 'held-deployment',
    of: ['member1'],
    told: [
      'suspended',
      'rolling-out',
      'healthy',
      'suspended',
      'rolling-out',
      'healthy',
      'unhealthy',
      'rolling-out',
    ],
    because:
      'the recording ends before the release that the policy deletion brings',
  },
  {
    journey: 'held-while-a-lost-cluster-returns',
    binding: 'twice-deployment',
    of: ['summary'],
    told: ['progressing', 'converged', 'converged+held', 'degraded+held'],
    because: 'the laboratory was busy and took over a second for an eviction',
  },
  {
    journey: 'held-while-a-lost-cluster-returns',
    binding: 'twice-deployment',
    of: ['member1'],
    told: ['pending', 'healthy', 'suspended', 'leaving', 'suspended'],
    because: 'the laboratory was busy and took over a second for an eviction',
  },
];

describe('the embedded world tells the recorded journeys', () => {
  it.each(journeyBindings)(
    'of $binding in $journey with the same labels in the same order',
    ({ journey, binding, clusters }) => {
      const recorded = Replay.of(recording(journey));
      const simulated = Replay.of(journeys[journey]() as RecordedEvent[]);
      const tell = (replay: Replay) => ({
        summary: replay.lastingSummaries(binding, SECONDS),
        ...Object.fromEntries(
          clusters.map(cluster => [
            cluster,
            replay.lasting(binding, cluster, SECONDS),
          ]),
        ),
      });
      const told = Object.entries<string[]>(tell(simulated)).map(
        ([of, labels]) => {
          const excused = differences.some(
            difference =>
              difference.journey === journey &&
              difference.binding === binding &&
              difference.of.includes(of) &&
              difference.told.join() === labels.join(),
          );
          return [of, excused ? 'as excused' : labels];
        },
      );
      const expected = Object.entries<string[]>(tell(recorded)).map(
        ([of, labels]) => [
          of,
          told.some(([other, said]) => other === of && said === 'as excused')
            ? 'as excused'
            : labels,
        ],
      );

      expect(told).toEqual(expected);
    },
  );
});
