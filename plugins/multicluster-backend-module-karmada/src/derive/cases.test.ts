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

const CONFLICT =
  'Failed to apply all manifests (0/1): resource(kind=Deployment, a/web) already exists in the cluster m1 and the work.karmada.io/conflict-resolution strategy value is empty, Karmada will not manage this resource';

/** Everything that real semantics demand of one look at a binding, by the numbers of the list of known cases. */
const cases: Array<{
  name: string;
  raw: unknown;
  labels: Record<string, string>;
  state: string;
  flags?: string[];
  text?: string;
  replicas?: Record<string, number>;
}> = [
  {
    name: '2: an evicting cluster is shown and not counted, whatever FullyApplied says',
    raw: binding(
      {
        placement: { replicaScheduling: { replicaSchedulingType: 'Divided' } },
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [
          {
            fromCluster: 'm1',
            purgeMode: 'Gracefully',
            creationTimestamp: '2026-11-21T11:58:00Z',
          },
        ],
      },
      {
        conditions: [{ type: 'FullyApplied', status: 'True' }],
        aggregatedStatus: [
          runs('m1', 3),
          { ...runs('m2', 3, { availableReplicas: 1 }), health: 'Unhealthy' },
        ],
      },
    ),
    labels: { m1: 'evicting', m2: 'rolling-out' },
    state: 'progressing',
    text: 'moving off m1; the old copy goes once the new ones are healthy, or at 2026-11-21T12:08:00Z in any case (with Karmada at its default)',
    replicas: { desired: 3, available: 1 },
  },
  {
    name: '4: a purge mode Never waits for a person and shows no countdown',
    raw: binding(
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [
          {
            fromCluster: 'm1',
            purgeMode: 'Never',
            suppressDeletion: true,
            creationTimestamp: '2026-11-21T08:00:00Z',
          },
        ],
      },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
    ),
    labels: { m1: 'awaiting-purge', m2: 'healthy' },
    state: 'progressing',
    text: 'the old copy on m1 stays until a person confirms its removal',
  },
  {
    name: '4: once confirmed it is evicting like any other',
    raw: binding(
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [
          { fromCluster: 'm1', purgeMode: 'Never', suppressDeletion: false },
        ],
      },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
    ),
    labels: { m1: 'evicting', m2: 'healthy' },
    state: 'progressing',
  },
  {
    name: '6: no cluster fits and it was withdrawn, explained row by row',
    raw: binding(
      { clusters: [] },
      {
        lastScheduledTime: '2026-11-21T11:00:00Z',
        conditions: [
          scheduled(
            'False',
            'NoClusterFit',
            '0/3 clusters are available: 1 cluster(s) did not have the API resource, 2 cluster(s) had untolerated taint {k: v}.',
          ),
        ],
      },
    ),
    labels: {},
    state: 'unscheduled',
    flags: ['withdrawn'],
    text: 'withdrawn: 2 of 3 clusters have an untolerated taint, 1 lacks the API',
    replicas: { desired: 3 },
  },
  {
    name: '8: over quota it keeps its clusters and blames the quota',
    raw: binding(
      { clusters: [{ name: 'm1', replicas: 3 }] },
      {
        conditions: [
          scheduled(
            'False',
            'QuotaExceeded',
            'admission webhook "resourcebinding.karmada.io" denied the request: FederatedResourceQuota(a/q) exceeded for resource cpu: requested sum 11, limit 3.',
          ),
        ],
        aggregatedStatus: [runs('m1', 3)],
      },
    ),
    labels: { m1: 'healthy' },
    state: 'unscheduled',
    flags: ['kept'],
    text: 'kept where it is, cannot be placed anew: quota a/q allows 3 of cpu, 11 would be needed. Raise it and it clears by itself',
  },
  {
    name: '10: duplicated copies are counted on every cluster',
    raw: binding(
      {
        clusters: [
          { name: 'm1', replicas: 3 },
          { name: 'm2', replicas: 3 },
        ],
      },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
    ),
    labels: { m1: 'healthy', m2: 'healthy' },
    state: 'converged',
    replicas: { desired: 6, ready: 6 },
  },
  {
    name: '10: also where the binding leaves the number to the template',
    raw: binding(
      { clusters: [{ name: 'm1' }, { name: 'm2' }] },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
    ),
    labels: { m1: 'healthy', m2: 'healthy' },
    state: 'converged',
    replicas: { desired: 6, ready: 6 },
  },
  {
    name: '12: a cluster added since makes a FullyApplied=True stale',
    raw: binding(
      {
        clusters: ['m1', 'm2', 'm3'].map(name => ({ name, replicas: 3 })),
      },
      {
        conditions: [{ type: 'FullyApplied', status: 'True' }],
        aggregatedStatus: [runs('m1', 3), runs('m2', 3)],
      },
    ),
    labels: { m1: 'healthy', m2: 'healthy', m3: 'pending' },
    state: 'progressing',
    text: 'on its way to m3',
  },
  {
    name: '14: a cluster that is held is suspended and behind, the other one is not touched',
    raw: binding(
      {
        clusters: [
          { name: 'm1', replicas: 3 },
          { name: 'm2', replicas: 3 },
        ],
        suspension: { dispatchingOnClusters: { clusterNames: ['m2'] } },
      },
      {
        aggregatedStatus: [
          runs('m1', 3),
          runs('m2', 3, { resourceTemplateGeneration: 6 }),
        ],
      },
    ),
    labels: { m1: 'healthy', m2: 'suspended' },
    state: 'progressing',
    flags: ['held'],
    text: 'held: m2 is 1 generation behind',
  },
  {
    name: '22: a conflict names what to do',
    raw: binding(
      { clusters: [{ name: 'm1', replicas: 3 }] },
      {
        aggregatedStatus: [
          { clusterName: 'm1', appliedMessage: CONFLICT, health: 'Unknown' },
        ],
      },
    ),
    labels: { m1: 'apply-failed' },
    state: 'degraded',
    text: 'm1 refuses it: the same object exists there already. Adopt it with conflictResolution: Overwrite on PropagationPolicy web, or remove it there',
  },
  {
    name: '24: suspended scheduling is not pending for ever',
    raw: binding({ suspension: { scheduling: true } }),
    labels: {},
    state: 'scheduling-suspended',
    text: 'not placed: scheduling of it is suspended (spec.suspension.scheduling on its binding)',
  },
  {
    name: '24: a placement stays where it is meanwhile',
    raw: binding(
      {
        clusters: [{ name: 'm1', replicas: 3 }],
        suspension: { scheduling: true },
      },
      { aggregatedStatus: [runs('m1', 3)] },
    ),
    labels: { m1: 'healthy' },
    state: 'scheduling-suspended',
  },
  {
    name: '28: Graciously is Gracefully, so it counts as moving',
    raw: binding(
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [{ fromCluster: 'm1', purgeMode: 'Graciously' }],
      },
      { aggregatedStatus: [runs('m1', 3), runs('m2', 3)] },
    ),
    labels: { m1: 'evicting', m2: 'healthy' },
    state: 'progressing',
  },
  {
    name: '28: Immediately is Directly, so a replaced copy is no reason to wait',
    raw: binding(
      {
        clusters: [{ name: 'm2', replicas: 3 }],
        gracefulEvictionTasks: [
          { fromCluster: 'm1', purgeMode: 'Immediately' },
        ],
      },
      { aggregatedStatus: [runs('m2', 3)] },
    ),
    labels: { m1: 'evicting', m2: 'healthy' },
    state: 'converged',
  },
  {
    name: '30: a workload of several components counts them all',
    raw: binding({
      resource: {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        namespace: 'a',
        name: 'job',
      },
      replicas: undefined,
      components: [
        { name: 'jobmanager', replicas: 1 },
        { name: 'taskmanager', replicas: 3 },
      ],
      clusters: [{ name: 'm1' }],
    }),
    labels: { m1: 'pending' },
    state: 'progressing',
    replicas: { desired: 4 },
  },
  {
    name: '34: with no target left the last evicting copy may be purged although nothing replaces it',
    raw: binding(
      {
        clusters: [],
        gracefulEvictionTasks: [
          {
            fromCluster: 'm1',
            purgeMode: 'Gracefully',
            creationTimestamp: '2026-11-21T11:59:00Z',
          },
        ],
      },
      {
        lastScheduledTime: '2026-11-21T11:00:00Z',
        conditions: [
          scheduled(
            'False',
            'NoClusterFit',
            '0/2 clusters are available: 2 cluster(s) had untolerated taint {lost: yes}.',
          ),
        ],
        aggregatedStatus: [runs('m1', 3)],
      },
    ),
    labels: { m1: 'evicting' },
    state: 'unscheduled',
    flags: ['withdrawn'],
    text: 'the last copy, on m1, is being moved away and no cluster takes it: 2 of 2 clusters have an untolerated taint. It may be removed although nothing replaces it',
    replicas: { desired: 3 },
  },
];

describe('known cases of Karmada', () => {
  it.each(cases)('$name', ({ raw, text, flags, replicas, ...expected }) => {
    const derived = derive(raw);

    expect(labels(derived)).toEqual(expected.labels);
    expect(derived.summary.state).toBe(expected.state);
    expect(derived.summary.flags).toEqual(flags ?? []);
    expect(derived.summary.sentence?.text ?? '').toContain(text ?? '');
    expect(derived.replicas).toMatchObject(replicas ?? {});
  });

  it('2: what is not available any more is unhealthy once it was', () => {
    const spec = { clusters: [{ name: 'm2', replicas: 3 }] };
    const before = derive(binding(spec, { aggregatedStatus: [runs('m2', 3)] }));
    const after = derive(
      binding(spec, {
        aggregatedStatus: [
          { ...runs('m2', 3, { availableReplicas: 1 }), health: 'Unhealthy' },
        ],
      }),
      { previous: before },
    );

    expect(labels(after)).toEqual({ m2: 'unhealthy' });
    expect(after.summary.state).toBe('degraded');
    expect(after.summary.sentence?.text).toBe(
      'unhealthy on m2: 1 of 3 copies available',
    );
  });

  it('16: a cluster-scoped binding finds its template by spec.resource, not by its name', () => {
    const fact = projectBinding({
      metadata: { name: 'system.ctl.tom-clusterrole' },
      spec: {
        resource: {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          name: 'system:ctl:tom',
        },
      },
    });

    expect(fact).toMatchObject({
      key: 'crb/system.ctl.tom-clusterrole',
      workloadKey: 'rbac.authorization.k8s.io/ClusterRole//system:ctl:tom',
    });
  });

  it('18: the owner is who claimed it, never who would match better', () => {
    expect(projectBinding(binding({}))).toMatchObject({
      policyId: 'p1',
      policy: { kind: 'PropagationPolicy', namespace: 'a', name: 'web' },
    });
  });

  it('18: a cluster policy may claim a namespaced object', () => {
    const raw = binding(
      {},
      {},
      {
        labels: { 'clusterpropagationpolicy.karmada.io/permanent-id': 'c1' },
        annotations: { 'clusterpropagationpolicy.karmada.io/name': 'all' },
      },
    );

    expect(projectBinding(raw)).toMatchObject({
      key: 'rb/a/web-deployment',
      policyId: 'c1',
      policy: { kind: 'ClusterPropagationPolicy', namespace: '', name: 'all' },
    });
  });

  it('26: a trigger older than the last scheduling asks for nothing any more', () => {
    const raw = binding(
      {
        clusters: [{ name: 'm1', replicas: 3 }],
        rescheduleTriggeredAt: '2026-11-20T12:00:00Z',
      },
      {
        lastScheduledTime: '2026-11-21T12:00:00Z',
        aggregatedStatus: [runs('m1', 3)],
      },
    );

    expect(derive(raw).summary).toEqual({ state: 'converged', flags: [] });
  });

  it('reads a template that was created anew as another one', () => {
    const raw = binding(
      { clusters: [{ name: 'm1', replicas: 3 }] },
      { aggregatedStatus: [runs('m1', 3)] },
    );
    const recreated = template({
      metadata: {
        namespace: 'a',
        name: 'web',
        uid: 'another',
        generation: 40,
      },
    });
    const [target] = derive(raw, { template: recreated, now: NOW }).targets;

    expect(target.generationsBehind).toBeUndefined();
    expect(target.versionKnowledge).toBe('unknown');
  });
});
