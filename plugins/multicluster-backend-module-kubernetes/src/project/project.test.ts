import { clusterFact } from './clusterFact';
import { projectImageIds } from './projectImageIds';
import { projectPlacement } from './projectPlacement';
import { projectStatus } from './projectStatus';
import { projectWorkload } from './projectWorkload';
import { summariseNodes } from './summariseNodes';
import { workloadKinds } from './workloadKinds';

const id = (letter: string) => `sha256:${letter.repeat(64)}`;

describe('projectPlacement', () => {
  it('says of which generation the status is', () => {
    const object = {
      metadata: { name: 'cart', namespace: 'shop', generation: 7 },
      status: { observedGeneration: 7 },
    };
    const workload = projectWorkload(object, workloadKinds[0])!;

    expect(
      projectPlacement(object, workload, { cluster: 'gondor' }).native,
    ).toMatchObject({ generation: 7 });
  });
});

describe('projectStatus', () => {
  it.each`
    what                            | kind             | spec                                                                    | status                                                                                                                     | expected
    ${'omitted counts'}             | ${'Deployment'}  | ${{}}                                                                   | ${{}}                                                                                                                      | ${{ wanted: 1, renewed: 1, total: 0, updated: 0, ready: 0, available: 0 }}
    ${'a change nobody looked at'}  | ${'Deployment'}  | ${{ replicas: 2 }}                                                      | ${{ observedGeneration: 1, replicas: 2 }}                                                                                  | ${{ behind: { observed: 1 }, wanted: 2, total: 2 }}
    ${'a pause'}                    | ${'Deployment'}  | ${{ paused: true }}                                                     | ${{}}                                                                                                                      | ${{ paused: true }}
    ${'a rollout that was through'} | ${'Deployment'}  | ${{}}                                                                   | ${{ conditions: [{ type: 'Progressing', reason: 'NewReplicaSetAvailable' }] }}                                             | ${{ through: true }}
    ${'a rollout that is given up'} | ${'Deployment'}  | ${{}}                                                                   | ${{ conditions: [{ type: 'Progressing', reason: 'ProgressDeadlineExceeded' }] }}                                           | ${{ stalled: true }}
    ${'copies that cannot be made'} | ${'Deployment'}  | ${{}}                                                                   | ${{ conditions: [{ type: 'ReplicaFailure', status: 'True', message: 'exceeded quota' }] }}                                 | ${{ failure: 'exceeded quota' }}
    ${'a partition'}                | ${'StatefulSet'} | ${{ replicas: 5, updateStrategy: { rollingUpdate: { partition: 3 } } }} | ${{}}                                                                                                                      | ${{ wanted: 5, renewed: 2 }}
    ${'replacement by hand'}        | ${'StatefulSet'} | ${{ replicas: 5, updateStrategy: { type: 'OnDelete' } }}                | ${{ updatedReplicas: 2 }}                                                                                                  | ${{ wanted: 5, updated: 2 }}
    ${'what nodes want'}            | ${'DaemonSet'}   | ${{}}                                                                   | ${{ desiredNumberScheduled: 4, currentNumberScheduled: 4, updatedNumberScheduled: 3, numberReady: 4, numberAvailable: 2 }} | ${{ wanted: 4, renewed: 4, total: 4, updated: 3, ready: 4, available: 2 }}
    ${'a Job that failed'}          | ${'Job'}         | ${{}}                                                                   | ${{ conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'too often' }] }}              | ${{ end: 'failed', endMessage: 'BackoffLimitExceeded: too often' }}
    ${'a CronJob that is off'}      | ${'CronJob'}     | ${{ suspend: true }}                                                    | ${{}}                                                                                                                      | ${{ suspended: true }}
    ${'garbage'}                    | ${'Deployment'}  | ${{ replicas: 'many' }}                                                 | ${{ replicas: -1, conditions: 'none' }}                                                                                    | ${{ wanted: 1, total: 0 }}
  `('reads $what', ({ kind, spec, status, expected }) => {
    const generation = expected.behind ? 2 : 0;
    const object = { metadata: { generation }, spec, status };

    expect(projectStatus(object, kind)).toMatchObject(expected);
  });

  it('wants nothing of a newest revision where pods are replaced by hand', () => {
    const object = { spec: { updateStrategy: { type: 'OnDelete' } } };

    expect(projectStatus(object, 'StatefulSet')).not.toHaveProperty('renewed');
    expect(projectStatus(object, 'DaemonSet')).not.toHaveProperty('renewed');
  });

  it('knows no end of a Job that is about to fail', () => {
    const conditions = [{ type: 'Failed', status: 'False' }];

    expect(projectStatus({ status: { conditions } }, 'Job')).toEqual({});
  });

  it('keeps no time, so that a controller that stamps it anew changes nothing', () => {
    const at = (lastUpdateTime: string) => ({
      status: {
        conditions: [
          {
            type: 'Progressing',
            reason: 'NewReplicaSetAvailable',
            lastUpdateTime,
          },
        ],
      },
    });

    expect(projectStatus(at('2026-01-01T00:00:00Z'), 'Deployment')).toEqual(
      projectStatus(at('2026-01-01T00:00:09Z'), 'Deployment'),
    );
  });
});

describe('projectWorkload', () => {
  const [deployment, , , job] = workloadKinds;

  it('keeps marks of delivery tools and no other annotation', () => {
    const fact = projectWorkload(
      {
        metadata: {
          name: 'cart',
          namespace: 'shop',
          annotations: {
            'pipecd.dev/application': 'app-1',
            'kubectl.kubernetes.io/last-applied-configuration': 'a secret',
          },
        },
      },
      deployment,
    );

    expect(fact).toMatchObject({
      marks: { 'pipecd.dev/application': 'app-1' },
    });
    expect(JSON.stringify(fact)).not.toContain('a secret');
  });

  it('tells other settings from another number of copies', () => {
    const settings = (more: object) =>
      projectWorkload(
        {
          metadata: { name: 'cart', namespace: 'shop' },
          spec: { replicas: 1, template: { spec: {} }, ...more },
        },
        deployment,
      )?.settings;

    expect(settings({ replicas: 5 })).toBe(settings({}));
    expect(
      settings({ template: { spec: { serviceAccountName: 'admin' } } }),
    ).not.toBe(settings({}));
  });

  it('takes a run of a CronJob for no workload of its own', () => {
    const metadata = { name: 'nightly-1', namespace: 'shop' };
    const ownerReferences = [{ kind: 'CronJob', name: 'nightly' }];

    expect(projectWorkload({ metadata }, job)).toBeDefined();
    expect(
      projectWorkload({ metadata: { ...metadata, ownerReferences } }, job),
    ).toBeUndefined();
  });
});

describe('projectImageIds', () => {
  const workload = {
    kind: 'Deployment',
    name: 'cart',
    uid: 'u',
    images: [{ container: 'app', image: 'cart:latest', version: 'latest' }],
  };

  const pod = (
    imageID: string | undefined,
    {
      owner = 'cart-7d9',
      image = 'cart:latest',
      phase = 'Running',
      metadata = {},
    } = {},
  ) => ({
    metadata: {
      labels: { 'pod-template-hash': '7d9' },
      ownerReferences: [{ kind: 'ReplicaSet', name: owner, controller: true }],
      ...metadata,
    },
    spec: { containers: [{ name: 'app', image }] },
    status: { phase, containerStatuses: [{ name: 'app', imageID }] },
  });
  const A = `docker.io/cart@${id('a')}`;
  const B = `docker-pullable://cart@${id('b')}`;
  const deletionTimestamp = '2026-01-01T00:00:00Z';

  it.each`
    what                               | pods                                                     | expected
    ${'pods that agree'}               | ${[pod(A), pod(A)]}                                      | ${{ app: id('a') }}
    ${'the form of the old runtime'}   | ${[pod(B)]}                                              | ${{ app: id('b') }}
    ${'pods that disagree'}            | ${[pod(A), pod(B)]}                                      | ${{}}
    ${'a pod that has not started'}    | ${[pod(A), pod(undefined)]}                              | ${{}}
    ${'an id without a repository'}    | ${[pod(id('a'))]}                                        | ${{}}
    ${'no pods'}                       | ${[]}                                                    | ${{}}
    ${'a pod that ends'}               | ${[pod(A), pod(B, { metadata: { deletionTimestamp } })]} | ${{ app: id('a') }}
    ${'a pod that failed'}             | ${[pod(A), pod(B, { phase: 'Failed' })]}                 | ${{ app: id('a') }}
    ${'a pod of a neighbour'}          | ${[pod(A), pod(B, { owner: 'cart-canary-7d9' })]}        | ${{ app: id('a') }}
    ${'a pod that runs another image'} | ${[pod(A), pod(B, { image: 'mirror/cart:latest' })]}     | ${{}}
    ${'garbage'}                       | ${[7, { metadata: 'x' }]}                                | ${{}}
  `('reads $what', ({ pods, expected }) => {
    expect(projectImageIds(pods, workload)).toEqual(expected);
  });

  it('knows the pods of other kinds by their owner', () => {
    const ownerReferences = [
      { kind: 'StatefulSet', uid: 'u', controller: true },
    ];
    const stranger = [{ kind: 'StatefulSet', uid: 'v', controller: true }];

    expect(
      projectImageIds(
        [
          pod(A, { metadata: { ownerReferences } }),
          pod(B, { metadata: { ownerReferences: stranger } }),
        ],
        { ...workload, kind: 'StatefulSet' },
      ),
    ).toEqual({ app: id('a') });
  });
});

describe('a cluster', () => {
  const node = (ready: string, labels = {}) => ({
    metadata: { labels },
    status: { conditions: [{ type: 'Ready', status: ready }] },
  });
  const zone = 'topology.kubernetes.io/zone';
  const region = 'topology.kubernetes.io/region';

  it('has the nodes, zones and region that its nodes state', () => {
    const nodes = summariseNodes([
      node('True', { [zone]: 'b', [region]: 'eu' }),
      node('Unknown', { [zone]: 'a', [region]: 'eu' }),
    ]);
    const settings = { name: 'gondor', labels: { tier: 'test' } };

    expect(
      clusterFact(
        settings,
        { ...nodes, uid: 'u', version: 'v1.36.2' },
        {
          state: 'ready',
        },
      ),
    ).toEqual({
      type: 'cluster',
      key: 'gondor',
      name: 'gondor',
      clusterUid: 'u',
      state: 'ready',
      kubernetesVersion: 'v1.36.2',
      region: 'eu',
      zones: ['a', 'b'],
      labels: { tier: 'test' },
      taints: [],
      nodes: { ready: 1, total: 2 },
    });
  });

  it('has what is configured before what it says, and no region of several', () => {
    const nodes = summariseNodes([
      node('True', { [region]: 'eu' }),
      node('True', { [region]: 'us' }),
    ]);

    expect(
      clusterFact({ name: 'c', labels: {} }, nodes, { state: 'ready' }).region,
    ).toBeUndefined();
    expect(
      clusterFact(
        { name: 'c', labels: {}, region: 'home', uid: 'mine' },
        { ...nodes, uid: 'its' },
        { state: 'ready' },
      ),
    ).toMatchObject({ region: 'home', clusterUid: 'mine' });
  });
});
