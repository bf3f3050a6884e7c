import {
  placementState,
  sentence,
  sentences,
} from '@fairway/backstage-plugin-multicluster-common';
import { DerivedPlacement } from '@fairway/backstage-plugin-multicluster-node';
import fc from 'fast-check';
import {
  binding,
  derive,
  NOW,
  scheduled,
  template,
} from '../__fixtures__/objects';
import { projectBinding } from '../project/projectBinding';

/** Few names, so that the parts of a binding meet. */
const cluster = fc.constantFrom('m1', 'm2', 'm3', 'm4');
const few = fc.integer({ min: 0, max: 4 });
const time = fc.constantFrom(
  '2026-11-21T11:59:00Z',
  '2026-11-21T11:00:00Z',
  '2026-11-22T11:00:00Z',
  'never',
  undefined,
);
const garbage = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double(),
  fc.constant([]),
  fc.constant({ name: 7, clusterName: 7 }),
);
/** Mostly what is meant, sometimes what should never have been stored. */
const or = <T>(meant: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 19, arbitrary: meant }, { weight: 1, arbitrary: garbage });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

const target = or(fc.record({ name: cluster, replicas: maybe(few) }));
const someTargets = or(fc.array(target, { maxLength: 4 }));
const task = or(
  fc.record({
    fromCluster: cluster,
    purgeMode: fc.constantFrom('Directly', 'Gracefully', 'Never', 'Odd'),
    creationTimestamp: time,
    gracePeriodSeconds: maybe(few),
    suppressDeletion: maybe(fc.boolean()),
  }),
);
const item = or(
  fc.record({
    clusterName: cluster,
    applied: maybe(fc.boolean()),
    appliedMessage: maybe(fc.constantFrom('', 'refused')),
    health: fc.constantFrom(
      'Healthy',
      'Unhealthy',
      'Unknown',
      'Odd',
      undefined,
    ),
    status: maybe(
      fc.record({
        generation: maybe(few),
        observedGeneration: maybe(few),
        resourceTemplateGeneration: maybe(fc.integer({ min: 5, max: 8 })),
        replicas: maybe(few),
        updatedReplicas: maybe(few),
        readyReplicas: maybe(few),
        availableReplicas: maybe(few),
        conditions: maybe(
          fc.constantFrom(
            [{ type: 'Failed', status: 'True' }],
            [{ type: 'Complete', status: 'True' }],
          ),
        ),
      }),
    ),
  }),
);
const spec = fc.record({
  resource: fc.constantFrom(
    ...[
      ['apps/v1', 'Deployment'],
      ['apps/v1', 'DaemonSet'],
      ['batch/v1', 'Job'],
      ['v1', 'Service'],
      ['example.org/v1', 'Thing'],
    ].map(([apiVersion, kind]) => ({
      apiVersion,
      kind,
      namespace: 'a',
      name: 'web',
      uid: 'uid-web',
    })),
  ),
  replicas: maybe(few),
  clusters: someTargets,
  requiredBy: maybe(
    or(
      fc.array(fc.record({ name: cluster, clusters: someTargets }), {
        maxLength: 2,
      }),
    ),
  ),
  gracefulEvictionTasks: maybe(or(fc.array(task, { maxLength: 3 }))),
  placement: fc.constantFrom(
    undefined,
    {},
    { replicaScheduling: { replicaSchedulingType: 'Divided' } },
  ),
  suspension: maybe(
    or(
      fc.oneof(
        fc.record({ dispatching: fc.boolean() }),
        fc.record({ scheduling: fc.boolean() }),
        fc.record({
          dispatchingOnClusters: fc.record({ clusterNames: fc.array(cluster) }),
        }),
      ),
    ),
  ),
  rescheduleTriggeredAt: time,
});
const status = fc.record({
  lastScheduledTime: time,
  conditions: or(
    fc.constantFrom(
      [],
      [scheduled('True', 'Success')],
      [scheduled('False', 'NoClusterFit', '0/3 clusters are available: 3 x.')],
      [scheduled('False', 'Unschedulable', 'no room')],
    ),
  ),
  aggregatedStatus: or(fc.array(item, { maxLength: 5 })),
});
const metadata = fc.constantFrom<Record<string, unknown>>(
  {},
  { labels: {}, annotations: {} },
  { labels: { 'binding.karmada.io/managed-by': 'x' } },
  { deletionTimestamp: '2026-11-21T12:00:00Z' },
);
/** Looks at one binding, one after the other, a while apart. */
const story = fc.array(
  fc.record({
    raw: fc.tuple(spec, status, metadata).map(parts => binding(...parts)),
    after: fc.constantFrom(0, 1_000, 10_000, 600_000),
    unread: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

const AXES = {
  lifecycle: ['desired', 'awaiting-purge', 'evicting', 'leaving'],
  delivery:
    'pending held applying rolling-out applied failed drifted missing'.split(
      ' ',
    ),
  health: 'healthy progressing unhealthy unknown not-modelled'.split(' '),
} as const;
const FLAGS =
  'kept withdrawn held dependency orphaned on-fallback-affinity'.split(' ');
const STATES =
  'converged progressing degraded unscheduled scheduling-suspended'.split(' ');

/** Tells the story, and gives each look to the judge. */
function told(judge: (derived: DerivedPlacement, raw: unknown) => void) {
  fc.assert(
    fc.property(story, looks => {
      let previous: DerivedPlacement | undefined;
      let now = NOW;
      for (const { raw, after, unread } of looks) {
        now += after;
        previous = derive(raw, {
          now,
          // As it comes back from the store.
          previous: previous && JSON.parse(JSON.stringify(previous)),
          overridesUnread: unread,
          template: template(),
        });
        judge(previous, raw);
      }
    }),
    { numRuns: 2_000 },
  );
}

describe('whatever a binding holds', () => {
  it('has only values that the model knows, and sentences that can be said', () => {
    told(derived => {
      const { summary, targets, recheckAt } = derived;
      expect(STATES).toContain(summary.state);
      expect(FLAGS).toEqual(expect.arrayContaining(summary.flags));
      expect(new Set(summary.flags).size).toBe(summary.flags.length);
      const { code, text } = summary.sentence ?? sentence('placement.frozen');
      expect(sentences[code] ?? sentences[`${code}_other`]).toBeDefined();
      expect(text).not.toMatch(/undefined|NaN|\[object|Invalid/);
      for (const { axes, replicas, since } of targets) {
        expect(AXES.lifecycle).toContain(axes.lifecycle);
        expect(AXES.delivery).toContain(axes.delivery);
        expect(AXES.health).toContain(axes.health);
        expect(Object.values(replicas).every(n => n! >= 0)).toBe(true);
        expect(since ?? 0).not.toBeNaN();
      }
      expect(recheckAt ?? NOW).toBeGreaterThanOrEqual(NOW);
      const names = targets.map(one => one.cluster);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  it('names every cluster that has to do with it, and calls only wanted ones desired', () => {
    told(({ targets }, raw) => {
      const { native } = projectBinding(raw)!;
      const wanted = [
        ...native.to.map(([name]) => name),
        ...(native.req ?? []),
      ];
      const named = [
        ...wanted,
        ...(native.ev ?? []).map(({ c }) => c),
        ...native.agg.map(({ c }) => c),
      ];
      expect(targets.map(one => one.cluster).sort()).toEqual(
        [...new Set(named)].sort(),
      );
      const desired = targets.filter(
        ({ axes }) => axes.lifecycle === 'desired',
      );
      expect(wanted).toEqual(
        expect.arrayContaining(desired.map(one => one.cluster)),
      );
    });
  });

  it('is well only where a member took it and says that it is well', () => {
    told(({ targets }, raw) => {
      const { native } = projectBinding(raw)!;
      const well = targets.filter(({ axes }) =>
        ['healthy', 'applied'].includes(placementState(axes)),
      );
      for (const { cluster: name } of well) {
        const reported = native.agg.filter(({ c }) => c === name).at(-1);
        expect(reported?.ok).toBe(1);
        expect(reported?.h === 'H' || reported?.end === 'C').toBe(true);
      }
    });
  });

  it('is converged only when every wanted copy is delivered, or held as it was', () => {
    told(({ summary, targets }) => {
      const wanted = targets.filter(
        ({ axes }) =>
          summary.state === 'converged' && axes.lifecycle === 'desired',
      );
      for (const { axes } of wanted) {
        expect(['applied', 'held']).toContain(axes.delivery);
        expect(['healthy', 'not-modelled']).toContain(axes.health);
      }
    });
  });

  it('calls no version known while overrides are unread', () => {
    fc.assert(
      fc.property(spec, status, (one, other) => {
        const { targets } = derive(binding(one, other), {
          overridesUnread: true,
        });
        expect(targets.map(t => t.versionKnowledge)).not.toContain('known');
      }),
    );
  });
});
