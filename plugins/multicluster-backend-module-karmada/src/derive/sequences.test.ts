import { DerivedPlacement } from '@fairway/backstage-plugin-multicluster-node';
import {
  binding,
  derive,
  labels,
  NOW,
  runs,
  scheduled,
  template,
} from '../__fixtures__/objects';
import { projectBinding } from '../project/projectBinding';

const M1 = { clusters: [{ name: 'm1', replicas: 3 }] };

/** Derives one after the other, each seeing the one before. */
function sequence(
  steps: Array<{ raw: unknown; after?: number; template?: unknown }>,
): DerivedPlacement[] {
  const results: DerivedPlacement[] = [];
  let now = NOW;
  for (const { raw, after = 0, template: t } of steps) {
    now += after;
    results.push(derive(raw, { now, previous: results.at(-1), template: t }));
  }
  return results;
}

function states(results: DerivedPlacement[], cluster = 'm1') {
  return results.map(result => labels(result)[cluster]);
}

describe('sequences that a state rule must survive', () => {
  it('keeps a first placement pending however long no message says that it failed', () => {
    const raw = binding(M1, {
      conditions: [
        {
          type: 'FullyApplied',
          status: 'False',
          reason: 'FullyAppliedFailed',
          message: 'Failed to apply all works, see status.aggregatedStatus',
        },
      ],
      aggregatedStatus: [{ clusterName: 'm1', health: 'Unknown' }],
    });
    const results = sequence([{ raw }, { raw, after: 3_600_000 }]);

    expect(states(results)).toEqual(['pending', 'pending']);
    expect(results.map(r => r.summary.state)).toEqual([
      'progressing',
      'progressing',
    ]);
  });

  it('does not call a binding withdrawn before a condition says so', () => {
    expect(derive(binding({ clusters: [] })).summary).toMatchObject({
      state: 'progressing',
      reason: 'WaitingForScheduler',
      flags: [],
    });
  });

  it('does not call a binding unscheduled by a condition of before it was placed', () => {
    const raw = binding(M1, {
      conditions: [scheduled('False', 'NoClusterFit', '0/3 clusters are …')],
    });

    expect(derive(raw).summary.state).toBe('progressing');
  });

  it('calls it kept when the condition stays though copies run', () => {
    const raw = binding(M1, {
      conditions: [scheduled('False', 'NoClusterFit', '0/3 clusters are …')],
      aggregatedStatus: [runs('m1', 3)],
    });

    expect(derive(raw).summary).toMatchObject({
      state: 'unscheduled',
      flags: ['kept'],
    });
  });

  it('shows a direct purge as evicting while nothing else is left, never as unscheduled or 0 of 0', () => {
    const moving = {
      clusters: [],
      gracefulEvictionTasks: [{ fromCluster: 'm1', purgeMode: 'Directly' }],
    };
    const results = sequence([
      { raw: binding(M1, { aggregatedStatus: [runs('m1', 3)] }) },
      {
        raw: binding(moving, {
          conditions: [scheduled('True', 'Success')],
          aggregatedStatus: [runs('m1', 3)],
        }),
      },
      {
        raw: binding(moving, { conditions: [scheduled('True', 'Success')] }),
      },
    ]);

    expect(states(results)).toEqual(['healthy', 'evicting', 'evicting']);
    expect(results.map(r => r.summary.state)).toEqual([
      'converged',
      'progressing',
      'progressing',
    ]);
    expect(results.map(r => r.replicas.desired)).toEqual([3, 3, 3]);
  });

  it('joins what is reported by the set of targets, not by the list of the report', () => {
    const raw = binding(M1, {
      aggregatedStatus: [runs('m1', 3), runs('lost', 3)],
    });
    const derived = derive(raw);

    expect(labels(derived)).toEqual({ m1: 'healthy', lost: 'leaving' });
    expect(derived.summary.state).toBe('converged');
    expect(derived.replicas).toMatchObject({ desired: 3, ready: 3 });
  });

  it('reads the same status as rolling out before and as unhealthy after everything was available once', () => {
    const short = binding(M1, {
      aggregatedStatus: [
        { ...runs('m1', 3, { availableReplicas: 2 }), health: 'Unhealthy' },
      ],
    });
    const well = binding(M1, { aggregatedStatus: [runs('m1', 3)] });

    expect(
      states(sequence([{ raw: short }, { raw: well }, { raw: short }])),
    ).toEqual(['rolling-out', 'healthy', 'unhealthy']);
  });

  it('reads omitted counts as zero for a Deployment', () => {
    const raw = binding(M1, {
      aggregatedStatus: [
        {
          clusterName: 'm1',
          applied: true,
          health: 'Unhealthy',
          status: {
            generation: 1,
            observedGeneration: 1,
            resourceTemplateGeneration: 7,
          },
        },
      ],
    });

    expect(derive(raw).targets[0].replicas).toEqual({
      desired: 3,
      ready: 0,
      updated: 0,
      available: 0,
    });
  });

  it('does not invent counts for a kind that reports none', () => {
    const raw = binding(
      {
        resource: { apiVersion: 'v1', kind: 'Service', name: 'web' },
        replicas: undefined,
        clusters: [{ name: 'm1' }],
      },
      {
        aggregatedStatus: [
          {
            clusterName: 'm1',
            applied: true,
            health: 'Healthy',
            status: { loadBalancer: {} },
          },
        ],
      },
    );
    const derived = derive(raw);

    expect(derived.targets[0].replicas).toEqual({});
    expect(derived.replicas).toEqual({});
    expect(labels(derived)).toEqual({ m1: 'healthy' });
  });

  it('stays rolling out when a scale-up arrives with its old division first', () => {
    const scaled = binding(
      { ...M1, replicas: 5, clusters: [{ name: 'm1', replicas: 5 }] },
      { aggregatedStatus: [runs('m1', 3)] },
    );

    expect(
      states(
        sequence([
          { raw: binding(M1, { aggregatedStatus: [runs('m1', 3)] }) },
          { raw: scaled },
        ]),
      ),
    ).toEqual(['healthy', 'rolling-out']);
  });

  it('measures lag as a difference: the first generation that matters is 2', () => {
    const first = template({
      metadata: {
        namespace: 'a',
        name: 'web',
        uid: 'uid-web',
        generation: 2,
      },
    });
    const raw = binding(M1, {
      aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 2 })],
    });

    expect(derive(raw, { template: first }).targets[0].generationsBehind).toBe(
      0,
    );
  });

  it('takes a rebalance as done when both times are the same second', () => {
    const asked = { ...M1, rescheduleTriggeredAt: '2026-11-21T11:36:52Z' };
    const status = { aggregatedStatus: [runs('m1', 3)] };

    expect(
      derive(
        binding(asked, {
          ...status,
          lastScheduledTime: '2026-11-21T11:36:51Z',
        }),
      ).summary.reason,
    ).toBe('Rebalancing');
    expect(
      derive(
        binding(asked, {
          ...status,
          lastScheduledTime: '2026-11-21T11:36:52Z',
        }),
      ).summary.state,
    ).toBe('converged');
  });

  it('does not flap when only the suspension bumped the generation of the binding', () => {
    const status = {
      schedulerObservedGeneration: 2,
      aggregatedStatus: [runs('m1', 3)],
    };
    const held = { ...M1, suspension: { dispatching: true } };
    const results = sequence([
      { raw: binding(M1, status, { generation: 2 }) },
      { raw: binding(held, status, { generation: 3 }) },
      {
        raw: binding(
          held,
          { ...status, schedulerObservedGeneration: 3 },
          { generation: 3 },
        ),
      },
    ]);

    expect(results.map(r => r.summary.state)).toEqual([
      'converged',
      'converged',
      'converged',
    ]);
  });

  it('sees a new image and a scale under hold although every condition stays green', () => {
    const held = { suspension: { dispatching: true } };
    const behind = derive(
      binding(
        { ...M1, ...held },
        {
          aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 5 })],
        },
      ),
    );
    const short = derive(
      binding(
        { ...held, replicas: 4, clusters: [{ name: 'm1', replicas: 4 }] },
        { aggregatedStatus: [runs('m1', 2)] },
      ),
    );

    expect(behind.summary).toMatchObject({
      state: 'progressing',
      flags: ['held'],
      sentence: { text: 'held: m1 is 2 generations behind' },
    });
    expect(short.summary).toMatchObject({
      state: 'degraded',
      flags: ['held'],
      reason: 'HeldShort',
    });
    expect(short.summary.sentence?.text).toMatch(/^held: m1 runs 2 of 4\./);
  });

  it('calls a rollout that was under way when it was held a rollout, not missing copies', () => {
    const surging = {
      ...runs('m1', 3, { replicas: 4, updatedReplicas: 1 }),
      health: 'Unhealthy',
    };
    const raw = binding(
      { ...M1, suspension: { dispatching: true } },
      { aggregatedStatus: [surging] },
    );
    const derived = derive(raw);

    expect(labels(derived)).toEqual({ m1: 'suspended' });
    expect(derived.summary).toMatchObject({
      state: 'progressing',
      flags: ['held'],
      reason: 'RollingOut',
    });
  });

  it('calls the rollout of an override a rollout to its end, although no generation of the template tells of it', () => {
    const item = (status: Record<string, unknown>) => ({
      raw: binding(M1, {
        aggregatedStatus: [{ ...runs('m1', 3, status), health: 'Unhealthy' }],
      }),
    });
    const results = sequence([
      { raw: binding(M1, { aggregatedStatus: [runs('m1', 3)] }) },
      item({ generation: 2 }),
      item({ generation: 2, observedGeneration: 2, updatedReplicas: 2 }),
      item({ generation: 2, observedGeneration: 2, availableReplicas: 2 }),
    ]);

    expect(states(results)).toEqual([
      'healthy',
      'rolling-out',
      'rolling-out',
      'rolling-out',
    ]);
  });

  it('does not wait for a scheduler that left no cluster to a divided workload without copies', () => {
    const raw = (status: unknown) =>
      binding(
        {
          replicas: 0,
          clusters: undefined,
          placement: {
            replicaScheduling: { replicaSchedulingType: 'Divided' },
          },
        },
        { conditions: status },
      );

    expect(derive(raw([scheduled('True', 'Success')])).summary.state).toBe(
      'converged',
    );
    expect(derive(raw([])).summary.reason).toBe('WaitingForScheduler');
  });

  it('calls nothing suspended that has no suspension', () => {
    const raw = binding(M1, {
      aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 5 })],
    });

    expect(labels(derive(raw))).toEqual({ m1: 'rolling-out' });
  });

  it('gives equal facts when Karmada re-stamps a binding', () => {
    const stamp = (time: string, version: string) =>
      projectBinding(
        binding(
          { ...M1, rescheduleTriggeredAt: '2026-11-21T10:00:00Z' },
          {
            lastScheduledTime: time,
            schedulerObservedGeneration: Number(version),
            conditions: [
              {
                ...scheduled('True', 'Success'),
                lastTransitionTime: time,
              },
            ],
            aggregatedStatus: [runs('m1', 3)],
          },
          { resourceVersion: version, generation: Number(version) },
        ),
      );

    expect(stamp('2026-11-21T11:00:00Z', '11')).toEqual(
      stamp('2026-11-21T11:30:00Z', '12'),
    );
  });

  it('shows a cluster that is only left in the report as leaving, as long as it stays', () => {
    const raw = binding(M1, {
      aggregatedStatus: [runs('m1', 3), runs('m0', 3)],
    });

    expect(states(sequence([{ raw }, { raw, after: 186_000 }]), 'm0')).toEqual([
      'leaving',
      'leaving',
    ]);
  });
});

describe('timers', () => {
  it('waits 10 seconds for a first report, then says that there is none', () => {
    const raw = binding(M1, {
      aggregatedStatus: [{ clusterName: 'm1', applied: true }],
    });
    const results = sequence([
      { raw },
      { raw, after: 9_999 },
      { raw, after: 1 },
    ]);

    expect(states(results)).toEqual(['pending', 'pending', 'unknown']);
    expect(results.map(r => r.recheckAt)).toEqual([
      NOW + 10_000,
      NOW + 10_000,
      undefined,
    ]);
    expect(results[2].summary).toMatchObject({
      state: 'degraded',
      reason: 'NotReported',
    });
  });

  it('waits as long for a first report under a hold, and is not content without one', () => {
    const raw = binding(
      { ...M1, suspension: { dispatching: true } },
      { aggregatedStatus: [{ clusterName: 'm1', applied: true }] },
    );
    const results = sequence([{ raw }, { raw, after: 10_000 }]);

    expect(states(results)).toEqual(['suspended', 'suspended']);
    expect(results.map(r => [r.summary.state, r.summary.reason])).toEqual([
      ['progressing', 'Pending'],
      ['degraded', 'NotReported'],
    ]);
    expect(results[0].recheckAt).toBe(NOW + 10_000);
  });

  it('gives a rollout the time its template states, then calls it unhealthy', () => {
    const short = binding(M1, {
      aggregatedStatus: [
        { ...runs('m1', 3, { availableReplicas: 0 }), health: 'Unhealthy' },
      ],
    });
    const patient = template({
      spec: { ...template().spec, progressDeadlineSeconds: 60 },
    });
    const results = sequence([
      { raw: short, template: patient },
      { raw: short, after: 59_999, template: patient },
      { raw: short, after: 1, template: patient },
    ]);

    expect(states(results)).toEqual([
      'rolling-out',
      'rolling-out',
      'unhealthy',
    ]);
    expect(results[0].recheckAt).toBe(NOW + 60_000);
    expect(results[2].recheckAt).toBeUndefined();
  });

  it('does not start a clock anew for a template that was never changed since it was created', () => {
    const raw = binding(M1, {
      aggregatedStatus: [
        {
          ...runs('m1', 3, {
            availableReplicas: 0,
            resourceTemplateGeneration: 2,
          }),
          health: 'Unhealthy',
        },
      ],
    });
    const untouched = template({
      metadata: { ...template().metadata, generation: 2 },
    });

    expect(labels(derive(raw, { template: untouched }))).toEqual({
      m1: 'unhealthy',
    });
  });

  it('times the copies of a move that is under way from that move', () => {
    const moving = (creationTimestamp?: string) =>
      binding(
        {
          ...M1,
          gracefulEvictionTasks: [
            { fromCluster: 'm0', purgeMode: 'Gracefully', creationTimestamp },
          ],
        },
        {
          aggregatedStatus: [
            { ...runs('m1', 3, { availableReplicas: 0 }), health: 'Unhealthy' },
          ],
        },
      );

    expect(labels(derive(moving())).m1).toBe('rolling-out');
    expect(labels(derive(moving('2026-11-21T11:59:00Z'))).m1).toBe(
      'rolling-out',
    );
    expect(labels(derive(moving('2026-11-21T11:00:00Z'))).m1).toBe('unhealthy');
  });

  it('says so when a cluster does not get a change within the deadline', () => {
    const raw = binding(M1, {
      aggregatedStatus: [runs('m1', 3, { resourceTemplateGeneration: 6 })],
    });
    const results = sequence([{ raw }, { raw, after: 600_000 }]);

    expect(states(results)).toEqual(['rolling-out', 'rolling-out']);
    expect(results.map(r => r.summary.state)).toEqual([
      'progressing',
      'degraded',
    ]);
    expect(results[1].summary.sentence?.text).toBe(
      'the rollout on m1 is not through after 10 minutes: look at the pods there',
    );
  });

  it('remembers nothing that changes by itself', () => {
    const raw = binding(M1, { aggregatedStatus: [runs('m1', 3)] });
    const [first, second] = sequence([{ raw }, { raw, after: 60_000 }]);

    expect(second).toEqual(first);
  });
});
