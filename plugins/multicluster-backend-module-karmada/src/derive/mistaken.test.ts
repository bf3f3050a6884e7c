import {
  binding,
  derive,
  labels,
  NOW,
  runs,
  template,
} from '../__fixtures__/objects';
import { projectPolicy } from '../project/projectPolicy';
import { projectTemplate } from '../project/projectTemplate';

const M1 = { clusters: [{ name: 'm1', replicas: 3 }] };
const HELD = { suspension: { dispatching: true } };
const UNCLAIMED = { labels: {}, annotations: {} };
const DENIED = {
  ...runs('m1', 3),
  applied: false,
  appliedMessage: 'admission webhook "quota" denied the request',
};

/** What a binding was once taken for and is not. */
const cases: Array<{
  name: string;
  raw: unknown;
  expected: Record<string, unknown>;
  labels: Record<string, string>;
}> = [
  {
    name: 'a held ReplicaSet that has fewer copies than it should is not converged',
    raw: binding(
      {
        ...HELD,
        resource: {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          namespace: 'a',
          name: 'web',
        },
        replicas: 4,
        placement: { replicaScheduling: { replicaSchedulingType: 'Divided' } },
        clusters: [{ name: 'm1', replicas: 4 }],
      },
      {
        aggregatedStatus: [runs('m1', 2, { updatedReplicas: undefined })],
      },
    ),
    labels: { m1: 'suspended' },
    expected: { state: 'degraded', reason: 'HeldShort' },
  },
  {
    name: 'a held ReplicaSet without any copy is not converged either',
    raw: binding(
      {
        ...HELD,
        resource: {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          namespace: 'a',
          name: 'web',
        },
        clusters: [{ name: 'm1', replicas: 3 }],
      },
      {
        aggregatedStatus: [
          {
            clusterName: 'm1',
            applied: true,
            health: 'Healthy',
            status: { generation: 1, observedGeneration: 1 },
          },
        ],
      },
    ),
    labels: { m1: 'suspended' },
    expected: { state: 'degraded', reason: 'HeldShort' },
  },
  {
    name: 'an orphan on no cluster is not converged',
    raw: binding({ clusters: [] }, {}, UNCLAIMED),
    labels: {},
    expected: {
      state: 'unscheduled',
      reason: 'Orphaned',
      flags: ['orphaned'],
      sentence: {
        text: 'on no cluster: its policy was deleted, so it is no longer placed. Have a policy select it again',
      },
    },
  },
  {
    name: 'an orphan that was scaled to zero lacks nothing',
    raw: binding(
      {
        clusters: [],
        replicas: 0,
        placement: { replicaScheduling: { replicaSchedulingType: 'Divided' } },
      },
      { conditions: [{ type: 'Scheduled', status: 'True' }] },
      UNCLAIMED,
    ),
    labels: {},
    expected: {
      state: 'converged',
      sentence: { code: 'placement.frozenNowhere' },
    },
  },
  {
    name: 'a kind that has a condition of the name Complete is no Job that ended',
    raw: binding(
      {
        resource: {
          apiVersion: 'example.org/v1',
          kind: 'Thing',
          namespace: 'a',
          name: 'web',
        },
        replicas: undefined,
        clusters: [{ name: 'm1' }],
      },
      {
        aggregatedStatus: [
          {
            clusterName: 'm1',
            applied: true,
            health: 'Unhealthy',
            status: {
              resourceTemplateGeneration: 5,
              conditions: [{ type: 'Complete', status: 'True' }],
            },
          },
        ],
      },
    ),
    labels: { m1: 'rolling-out' },
    expected: { state: 'progressing', reason: 'RollingOut' },
  },
  {
    name: 'a kind that has a condition of the name Failed is no Job that failed',
    raw: binding(
      {
        ...HELD,
        resource: {
          apiVersion: 'example.org/v1',
          kind: 'Thing',
          namespace: 'a',
          name: 'web',
        },
        replicas: undefined,
        clusters: [{ name: 'm1' }],
      },
      {
        aggregatedStatus: [
          {
            clusterName: 'm1',
            applied: true,
            health: 'Healthy',
            status: { conditions: [{ type: 'Failed', status: 'True' }] },
          },
        ],
      },
    ),
    labels: { m1: 'suspended' },
    expected: { state: 'converged' },
  },
  {
    name: 'what a member refused before it was held does not wait for its first delivery',
    raw: binding({ ...M1, ...HELD }, { aggregatedStatus: [DENIED] }),
    labels: { m1: 'suspended' },
    expected: {
      state: 'degraded',
      reason: 'ApplyFailed',
      flags: ['held'],
      sentence: {
        text: 'm1 refuses it: admission webhook "quota" denied the request',
      },
    },
  },
];

describe('what a binding must not be taken for', () => {
  it.each(cases)('$name', ({ raw, expected, labels: shown }) => {
    const derived = derive(raw);

    expect(derived.summary).toMatchObject(expected);
    expect(labels(derived)).toEqual(shown);
  });

  it('a refusal under a hold does not make what ran well before begin anew', () => {
    const well = derive(binding(M1, { aggregatedStatus: [runs('m1', 3)] }));
    const refused = derive(
      binding({ ...M1, ...HELD }, { aggregatedStatus: [DENIED] }),
      { previous: well },
    );
    const short = binding(M1, {
      aggregatedStatus: [
        { ...runs('m1', 3, { availableReplicas: 2 }), health: 'Unhealthy' },
      ],
    });

    expect(labels(derive(short, { previous: refused, now: NOW + 1 }))).toEqual({
      m1: 'unhealthy',
    });
  });

  it('copies that are all on their way out are not counted against the number of one cluster', () => {
    const raw = binding(
      {
        clusters: [],
        gracefulEvictionTasks: ['m1', 'm2'].map(fromCluster => ({
          fromCluster,
          purgeMode: 'Gracefully',
        })),
      },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
    );

    const { replicas } = derive(raw);
    expect(replicas.ready).toBe(6);
    expect(replicas.desired).toBeUndefined();
  });

  it('the newest version is not what runs where not one copy is of it', () => {
    const none = { updatedReplicas: 0 };
    const [target] = derive(
      binding(M1, { aggregatedStatus: [runs('m1', 3, none)] }),
    ).targets;

    expect(target).toMatchObject({ versions: [], versionKnowledge: 'unknown' });
  });

  it('a ReplicaSet, which does not count the newest copies, runs what was dispatched', () => {
    const none = { updatedReplicas: undefined };
    const [target] = derive(
      binding(M1, { aggregatedStatus: [runs('m1', 3, none)] }),
      {
        workload: projectTemplate(template(), {
          group: 'apps',
          version: 'v1',
          kind: 'ReplicaSet',
        }),
      },
    ).targets;

    expect(target.versionKnowledge).toBe('known');
  });

  it('an override policy that was deleted while held is not gone from what was delivered', () => {
    const policy = projectPolicy(
      {
        metadata: { namespace: 'a', name: 'o' },
        spec: {
          resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment' }],
          overrideRules: [
            { overriders: { imageOverrider: [{ component: 'Tag' }] } },
          ],
        },
      },
      'OverridePolicy',
    )!;
    const status = { aggregatedStatus: [runs('m1', 3)] };
    const held = binding({ ...M1, ...HELD }, status);
    const before = derive(held, { overrides: [policy] });
    const without = derive(held, { previous: before });
    const released = derive(binding(M1, status), { previous: without });

    expect(
      [before, without, released].map(d => d.targets[0].versionKnowledge),
    ).toEqual(['overridden', 'overridden', 'known']);
  });
});
