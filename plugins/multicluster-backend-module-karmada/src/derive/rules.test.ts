import {
  binding,
  derive,
  labels,
  runs,
  template,
} from '../__fixtures__/objects';
import { projectBinding } from '../project/projectBinding';
import { projectPolicy } from '../project/projectPolicy';

const M1 = { clusters: [{ name: 'm1', replicas: 3 }] };
const scheduled = { type: 'Scheduled', status: 'True', reason: 'Success' };
const kindOf = (apiVersion: string, kind: string) => ({
  resource: { apiVersion, kind, namespace: 'a', name: 'web' },
  replicas: undefined,
  clusters: [{ name: 'm1' }],
});
const reports = (health: string, status?: unknown) => ({
  aggregatedStatus: [{ clusterName: 'm1', applied: true, health, status }],
});

describe('orphans', () => {
  const unclaimed = { labels: {}, annotations: {} };
  const { metadata } = template();
  const unclaimedTemplate = {
    template: template({ metadata: { ...metadata, labels: {} } }),
  };

  it('are frozen and say so', () => {
    const raw = binding(M1, { aggregatedStatus: [runs('m1', 3)] }, unclaimed);

    expect(derive(raw).summary).toMatchObject({
      state: 'converged',
      flags: ['orphaned'],
      sentence: {
        text: 'frozen: its policy was deleted, so changes no longer reach m1. Have a policy select it again',
      },
    });
  });

  it('are degraded once the template went on, and not rolling out: nothing will come', () => {
    const raw = binding(
      M1,
      {
        aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 5 })],
      },
      unclaimed,
    );
    const derived = derive(raw, unclaimedTemplate);

    expect(labels(derived)).toEqual({ m1: 'healthy' });
    expect(derived.summary).toMatchObject({
      state: 'degraded',
      flags: ['orphaned'],
    });
    expect(derived.summary.sentence?.text).toContain('the last change');
  });

  it('are not behind by the generation that losing its claim gives a Deployment', () => {
    const raw = binding(
      M1,
      {
        aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 6 })],
      },
      unclaimed,
    );

    expect(derive(raw, unclaimedTemplate).summary.state).toBe('converged');
  });

  it('are not bindings that another controller manages, nor dependencies', () => {
    const managed = binding(
      M1,
      {},
      {
        labels: { 'binding.karmada.io/managed-by': 'x' },
      },
    );
    const needed = binding(
      {
        placement: undefined,
        requiredBy: [{ name: 'p', clusters: [{ name: 'm1' }] }],
      },
      {},
      unclaimed,
    );

    expect(derive(managed).summary.flags).toEqual([]);
    expect(derive(needed).summary.flags).toEqual(['dependency']);
    expect(projectBinding(needed)?.dependency).toBe(true);
  });

  it('are also what others need: a placement of its own tells that a policy once owned it', () => {
    const raw = binding(
      {
        ...M1,
        requiredBy: [{ name: 'api-deployment', clusters: [{ name: 'm2' }] }],
      },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
      unclaimed,
    );
    const derived = derive(raw, unclaimedTemplate);

    expect(projectBinding(raw)?.dependency).toBe(false);
    expect(labels(derived)).toEqual({ m1: 'healthy', m2: 'healthy' });
    expect(derived.summary).toMatchObject({
      state: 'converged',
      flags: ['orphaned'],
      sentence: {
        text: 'its policy was deleted: it stays on m1 for good and else follows what needs it (api-deployment). Have a policy select it again',
      },
    });
  });

  it('that others need are not frozen: changes reach them on behalf of those', () => {
    const raw = binding(
      {
        ...M1,
        requiredBy: [{ name: 'api-deployment', clusters: [{ name: 'm1' }] }],
      },
      { aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 5 })] },
      unclaimed,
    );
    const derived = derive(raw, unclaimedTemplate);

    expect(labels(derived)).toEqual({ m1: 'rolling-out' });
    expect(derived.summary).toMatchObject({
      state: 'progressing',
      flags: ['orphaned'],
    });
  });

  it('are not objects that are claimed and needed: those have targets of both', () => {
    const raw = binding({
      ...M1,
      requiredBy: [{ name: 'p', clusters: [{ name: 'm2' }] }],
    });

    expect(projectBinding(raw)?.dependency).toBe(false);
    expect(labels(derive(raw))).toEqual({ m1: 'pending', m2: 'pending' });
  });
});

describe('kinds', () => {
  it.each([
    ['v1', 'ConfigMap', 'Healthy', 'applied'],
    ['batch/v1', 'CronJob', 'Healthy', 'applied'],
    ['example.org/v1', 'Thing', 'Healthy', 'applied'],
    ['example.org/v1', 'Thing', 'Unhealthy', 'rolling-out'],
    ['v1', 'Service', 'Healthy', 'healthy'],
    ['v1', 'Service', 'Unhealthy', 'rolling-out'],
    ['argoproj.io/v1alpha1', 'Workflow', 'Healthy', 'healthy'],
    ['v1', 'Service', 'Splendid', 'unknown'],
  ])(
    '%s %s reported %s for the first time reads %s',
    (apiVersion, kind, health, label) => {
      const raw = binding(kindOf(apiVersion, kind), reports(health, {}));

      expect(labels(derive(raw))).toEqual({ m1: label });
    },
  );

  it('tells of a health that it does not know', () => {
    const told = jest.fn();
    projectBinding(binding(M1, reports('Splendid')), told);

    expect(told).toHaveBeenCalledWith('aggregatedStatus.health', 'Splendid');
  });

  it('does not believe Karmada that a failed Job is healthy', () => {
    const raw = binding(
      kindOf('batch/v1', 'Job'),
      reports('Healthy', {
        failed: 7,
        conditions: [
          {
            type: 'Failed',
            status: 'True',
            reason: 'BackoffLimitExceeded',
            message: 'Job has reached the specified backoff limit',
          },
        ],
      }),
    );
    const derived = derive(raw);

    expect(labels(derived)).toEqual({ m1: 'unhealthy' });
    expect(derived.summary.sentence?.text).toBe(
      'the job failed on m1 (Karmada itself calls it healthy): BackoffLimitExceeded: Job has reached the specified backoff limit',
    );
  });

  it('reads a finished Job as healthy and a running one as applied', () => {
    const job = (status: unknown) =>
      labels(
        derive(binding(kindOf('batch/v1', 'Job'), reports('Healthy', status))),
      ).m1;

    expect(
      job({ succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] }),
    ).toBe('healthy');
    expect(job({ active: 1 })).toBe('applied');
  });

  it('counts a DaemonSet against what each member wants', () => {
    const raw = binding(
      kindOf('apps/v1', 'DaemonSet'),
      reports('Unhealthy', {
        generation: 1,
        observedGeneration: 1,
        resourceTemplateGeneration: 7,
        desiredNumberScheduled: 4,
        currentNumberScheduled: 4,
        updatedNumberScheduled: 2,
        numberAvailable: 2,
        numberReady: 2,
      }),
    );
    const derived = derive(raw);

    expect(labels(derived)).toEqual({ m1: 'rolling-out' });
    expect(derived.replicas).toEqual({
      desired: 4,
      updated: 2,
      available: 2,
      ready: 2,
    });
  });

  it('leaves the number of copies to members whose own autoscaler has it', () => {
    const retained = template({
      metadata: {
        ...template().metadata,
        labels: { 'resourcetemplate.karmada.io/retain-replicas': 'true' },
      },
    });
    const raw = binding(M1, { aggregatedStatus: [runs('m1', 9)] });

    expect(labels(derive(raw, { template: retained }))).toEqual({
      m1: 'healthy',
    });
  });

  it('is content with a Deployment scaled to zero', () => {
    const raw = binding(
      { replicas: undefined, clusters: [{ name: 'm1' }] },
      {
        conditions: [scheduled],
        aggregatedStatus: [
          {
            clusterName: 'm1',
            applied: true,
            health: 'Healthy',
            status: {
              generation: 2,
              observedGeneration: 2,
              resourceTemplateGeneration: 7,
            },
          },
        ],
      },
    );

    expect(labels(derive(raw))).toEqual({ m1: 'healthy' });
    expect(derive(raw).summary).toMatchObject({
      state: 'converged',
      reason: 'ScaledToZero',
      sentence: { code: 'placement.scaledToZero' },
    });
  });

  it('says that a divided Deployment without copies was scaled to zero, and not that it waits for the scheduler', () => {
    const raw = binding(
      {
        replicas: undefined,
        clusters: undefined,
        placement: { replicaScheduling: { replicaSchedulingType: 'Divided' } },
      },
      { conditions: [scheduled] },
    );

    expect(labels(derive(raw))).toEqual({});
    expect(derive(raw).summary).toMatchObject({
      state: 'converged',
      reason: 'ScaledToZero',
    });
  });

  it('takes no kind without copies for one that was scaled to zero', () => {
    const raw = binding(kindOf('v1', 'ConfigMap'), {
      ...reports('Unknown'),
      conditions: [scheduled],
    });

    expect(derive(raw).summary.reason).not.toBe('ScaledToZero');
  });
});

describe('division', () => {
  const to = (...replicas: number[]) => ({
    clusters: replicas.map((n, i) => ({ name: `m${i + 1}`, replicas: n })),
  });
  const divided = (rest: Record<string, unknown> = {}) => ({
    placement: {
      replicaScheduling: { replicaSchedulingType: 'Divided', ...rest },
    },
  });
  const weight = (name: string, value: number) => ({
    targetCluster: { clusterNames: [name] },
    weight: value,
  });

  it.each([
    [to(3, 3), '3 copies on each of 2 clusters'],
    [{ ...to(1), replicas: 1 }, '1 copy on 1 cluster'],
    [
      { ...to(2, 1), ...divided({ replicaDivisionPreference: 'Aggregated' }) },
      'packed on as few clusters as hold it, 2 now',
    ],
    [
      {
        ...to(2, 1),
        ...divided({
          replicaDivisionPreference: 'Weighted',
          weightPreference: { dynamicWeight: 'AvailableReplicas' },
        }),
      },
      'divided by free capacity over 2 clusters',
    ],
    [
      {
        ...to(2, 1),
        ...divided({
          weightPreference: {
            staticWeightList: [weight('m1', 2), weight('m2', 1)],
          },
        }),
      },
      'divided 2:1 over 2 clusters',
    ],
    [
      {
        ...to(3),
        ...divided({
          weightPreference: {
            staticWeightList: [weight('m1', 2), weight('m2', 1)],
          },
        }),
      },
      'divided by weight, on 1 cluster',
    ],
    [
      // A replicaScheduling outside placement: what is stored divides nothing.
      { ...to(3, 3), replicaScheduling: { replicaSchedulingType: 'Divided' } },
      '3 copies on each of 2 clusters',
    ],
    [
      { ...to(3, 3), ...divided({ replicaDivisionPreference: 'New' }) },
      'divided over 2 clusters',
    ],
  ])('is told as it is stored and was done', (spec, text) => {
    expect(derive(binding(spec)).division?.text).toBe(text);
  });

  it('is not told of what is placed nowhere, and names clusters only for kinds without copies', () => {
    expect(derive(binding({ clusters: [] })).division).toBeUndefined();
    expect(derive(binding(kindOf('v1', 'Service'))).division?.text).toBe(
      'on 1 cluster',
    );
  });
});

describe('versions', () => {
  const image = (name: string) => [
    { container: 'web', image: `web:${name}`, version: name },
  ];
  const known = new Map([
    [5, image('5')],
    [6, image('6')],
  ]);
  const at = (generation: number) =>
    binding(M1, {
      aggregatedStatus: [
        runs('m1', 3, { resourceTemplateGeneration: generation }),
      ],
    });
  const override = (selector: object, target: object = {}) =>
    projectPolicy(
      {
        metadata: { namespace: 'a', name: 'o' },
        spec: {
          resourceSelectors: [
            { apiVersion: 'apps/v1', kind: 'Deployment', ...selector },
          ],
          overrideRules: [
            {
              targetCluster: target,
              overriders: { imageOverrider: [{ component: 'Tag' }] },
            },
          ],
        },
      },
      'OverridePolicy',
    )!;

  it.each([
    [7, '7', 'known'],
    [6, '6', 'known'],
    [3, undefined, 'unknown'],
  ])('of generation %i is %s', (generation, version, knowledge) => {
    const [target] = derive(at(generation), {
      imagesByGeneration: known,
    }).targets;

    expect(target.versions[0]?.version).toBe(version);
    expect(target.versionKnowledge).toBe(knowledge);
  });

  it.each([
    ['a rule for it', override({ name: 'web' }), 'overridden'],
    ['a rule for another', override({ name: 'api' }), 'known'],
    [
      'a rule for another cluster',
      override({}, { clusterNames: ['m9'] }),
      'known',
    ],
    ['a rule that excludes it', override({}, { exclude: ['m1'] }), 'known'],
    [
      'a rule by label of clusters',
      override({}, { labelSelector: { matchLabels: { x: 'y' } } }),
      'overridden',
    ],
  ])('with %s is %3$s', (_, policy, knowledge) => {
    const [target] = derive(at(7), { overrides: [policy] }).targets;

    expect(target.versionKnowledge).toBe(knowledge);
    expect(target.versions).toHaveLength(knowledge === 'known' ? 1 : 0);
  });

  it.each([
    ['none that is known', [], 'unknown'],
    ['a rule for it', [override({ name: 'web' })], 'overridden'],
    ['a rule for another', [override({ name: 'api' })], 'unknown'],
  ])(
    'while override policies are unread, with %s, is %3$s',
    (_, overrides, knowledge) => {
      const [target] = derive(at(7), {
        overrides,
        overridesUnread: true,
      }).targets;

      expect(target.versionKnowledge).toBe(knowledge);
      expect(target.versions).toEqual([]);
    },
  );

  it('is unknown of what was never delivered, and of a kind that reflects no generation and changed', () => {
    expect(derive(binding(M1)).targets[0].versionKnowledge).toBe('unknown');

    const reflected = binding(M1, reports('Healthy', {}));
    expect(derive(reflected).targets[0].versionKnowledge).toBe('unknown');
  });
});

describe('sentences', () => {
  it('name three clusters, and count the rest', () => {
    const clusters = [1, 2, 3, 4, 5].map(n => ({ name: `m${n}`, replicas: 3 }));

    expect(derive(binding({ clusters })).summary.sentence?.text).toBe(
      'on its way to 5 clusters: m1, m2 +3',
    );
  });

  it('say what is being deleted', () => {
    const raw = binding(
      M1,
      { aggregatedStatus: [runs('m1', 3)] },
      { deletionTimestamp: '2026-11-21T12:00:00Z' },
    );
    const derived = derive(raw);

    expect(labels(derived)).toEqual({ m1: 'leaving' });
    expect(derived.summary.sentence?.text).toBe(
      'being deleted; a copy is left on m1',
    );
  });

  it('say that a fallback group is used', () => {
    const raw = binding(
      {
        ...M1,
        placement: {
          clusterAffinities: [
            { affinityName: 'primary' },
            { affinityName: 'backup' },
          ],
        },
      },
      {
        schedulerObservingAffinityName: 'backup',
        aggregatedStatus: [runs('m1', 3)],
      },
    );

    expect(derive(raw).summary).toMatchObject({
      state: 'converged',
      flags: ['on-fallback-affinity'],
    });
  });
});
