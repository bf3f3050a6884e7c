import { mockServices } from '@backstage/backend-test-utils';
import { placementState } from '@fairway/backstage-plugin-multicluster-common';
import {
  DetailRequest,
  PlacementFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  eventually,
  MemoryFleetSink,
  recordingLaneReporter,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Simulator, startSimulator } from '@fairway/simulator';
import { createSource } from './__testUtils__/createSource';
import { plainWorld } from './__testUtils__/plainWorld';
import { KubernetesSource } from './KubernetesSource';

jest.setTimeout(30_000);

const stages = [
  ['rohan', 'kubesphere-sample-dev', 'SNAPSHOT-master-43'],
  ['gondor', 'kubesphere-sample-prod', 'latest'],
  ['shire', 'kubesphere-sample-prod', 'latest'],
];

describe('clusters that nobody federates', () => {
  let simulator: Simulator;
  const stops: Array<() => Promise<void>> = [];

  beforeAll(async () => {
    simulator = await startSimulator();
  }, 60_000);

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  });

  afterAll(() => simulator.close());

  function sourceOf(name: string, entry = {}): KubernetesSource {
    const file = simulator.plainKubeconfigPath!;
    return createSource({
      name,
      kubeconfig: { file, context: name },
      identity: { groups: '{name}' },
      ...entry,
    });
  }

  function observe(
    source: KubernetesSource,
    sink = MemoryFleetSink.create(),
    report = recordingLaneReporter(),
  ) {
    const stop = new AbortController();
    const done = source.fleet.observe({
      signal: stop.signal,
      logger: mockServices.logger.mock(),
      sink,
      report,
      now: Date.now,
    });
    const end = async () => {
      stop.abort();
      await done;
    };
    stops.push(end);
    return { sink, report, end };
  }

  const sample = (sink: MemoryFleetSink) =>
    sink
      .facts('placement')
      .find(({ workload }) => workload.name === 'ks-sample');

  function derive(
    source: KubernetesSource,
    sink: MemoryFleetSink,
    placement: PlacementFact,
  ) {
    return source.fleet.derive({
      placement,
      workload: sink.fact('workload', placement.workloadKey),
      overrides: [],
      imagesByGeneration: new Map(),
      now: Date.now(),
    }).targets[0];
  }

  it('run other images under one tag, which their ids show', async () => {
    const targets = await Promise.all(
      stages.map(async ([name, namespace]) => {
        const source = sourceOf(name);
        const { sink } = observe(source);
        return await eventually(() => {
          const placement = sample(sink);
          const target = placement && derive(source, sink, placement);
          return target?.versions[0]?.digest
            ? {
                ...target,
                namespace: placement?.workload.namespace,
                is: namespace,
              }
            : undefined;
        });
      }),
    );

    expect(targets.map(({ namespace }) => namespace)).toEqual(
      stages.map(([, namespace]) => namespace),
    );
    expect(targets.map(({ versions: [{ version }] }) => version)).toEqual(
      stages.map(([, , tag]) => tag),
    );
    expect(targets.map(({ axes }) => placementState(axes))).toEqual([
      'healthy',
      'healthy',
      'healthy',
    ]);
    expect(new Set(targets.map(t => t.versions[0].digest)).size).toBe(3);
  });

  it('are what they say: uid, version and nodes', async () => {
    const { sink } = observe(
      sourceOf('rohan', { labels: { tier: 'dev' }, region: 'mark' }),
    );
    await eventually(() => sink.facts('cluster').length === 1);

    expect(sink.facts('cluster')[0]).toMatchObject({
      name: 'rohan',
      clusterUid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      state: 'ready',
      kubernetesVersion: expect.stringMatching(/^v1\./),
      nodes: { ready: 2, total: 2 },
      labels: { tier: 'dev' },
      region: 'mark',
    });
  });

  it('stay as last known while they cannot be reached, and keep their uid over a restart', async () => {
    const source = sourceOf('shire');
    const first = observe(source);
    await eventually(() => sample(first.sink)?.native.ids);
    const [before] = first.sink.facts('cluster');
    await simulator.story('shire-unreachable');
    try {
      await eventually(
        () => first.sink.facts('cluster')[0].state === 'unreachable',
      );
      await first.end();
      const second = observe(sourceOf('shire'), first.sink);
      await eventually(() => second.report.lane('clusters').problem);

      expect(second.sink.facts('cluster')).toEqual([
        { ...before, state: 'unreachable' },
      ]);
      expect(sample(second.sink)?.native).toMatchObject({ available: 3 });

      await simulator.story('shire-back');
      await eventually(() => second.sink.facts('cluster')[0].state === 'ready');
      expect(second.sink.facts('cluster')).toEqual([before]);
    } finally {
      await simulator.story('shire-back');
    }
  });

  it('forget an id with the change that may bring another, and read it again', async () => {
    const world = plainWorld(simulator, {
      cluster: 'rohan',
      namespace: 'kubesphere-sample-dev',
    });
    const source = sourceOf('rohan');
    const { sink } = observe(source);
    const before = await eventually(() => sample(sink)?.native.ids);
    await world.changeImage(
      {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: 'kubesphere-sample-dev',
        name: 'ks-sample',
      },
      'docker.io/kubespheredev/ks-sample:SNAPSHOT-master-44',
    );
    await eventually(() => sample(sink) && !sample(sink)?.native.ids);
    const after = await eventually(() => sample(sink)?.native.ids, {
      timeoutMs: 20_000,
    });

    expect(Object.keys(after as object)).toEqual(Object.keys(before as object));
    expect(sink.overlaps()).toEqual([]);
  });

  it('are read in the configured namespaces alone', async () => {
    const source = sourceOf('gondor', { namespaces: ['default'] });
    const { sink, report } = observe(source);
    await eventually(
      () => report.lanes.get('deployments.apps/default')?.contacts,
    );

    expect(sink.facts('workload')).toEqual([]);
    expect(source.fleet.placementLanes?.namespaced).toContain(
      'deployments.apps/default',
    );
  });

  it('name the rights that are missing', async () => {
    const { report } = observe(
      sourceOf('gondor', { identity: { mode: 'service' } }),
    );
    const yaml = await eventually(() => report.rbac(), { timeoutMs: 10_000 });

    expect(yaml).toContain('pods/log');
    expect(yaml).not.toContain('deployments');
  });

  it('tell when pods may not be read, and know no id then', async () => {
    const faults = simulator.plainFaults.gondor;
    const id = faults.add({
      resource: 'pods',
      action: { type: 'status', code: 403, reason: 'Forbidden' },
    });
    const { sink, report } = observe(sourceOf('gondor'));
    await eventually(() => report.lanes.get('image-ids')?.problem);

    expect(report.lane('image-ids').problem?.code).toBe('forbidden');
    expect(sample(sink)?.native.ids).toBeUndefined();
    faults.remove(id);
    await eventually(() => sample(sink)?.native.ids);
    await eventually(() => !report.lane('image-ids').problem);
  });

  describe('details', () => {
    const request = (given: Partial<DetailRequest> = {}): DetailRequest => ({
      caller: {
        userEntityRef: 'user:default/olivia',
        ownershipEntityRefs: ['group:default/team-canary'],
      },
      workload: {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: 'kubesphere-sample-prod',
        name: 'ks-sample',
      },
      clusters: ['gondor'],
      deadlineMs: 2_000,
      signal: new AbortController().signal,
      ...given,
    });
    const mallory = {
      userEntityRef: 'user:default/mallory',
      ownershipEntityRefs: [],
    };

    it('are read as the person who asks', async () => {
      const { detail } = sourceOf('gondor');
      const [pods] = await detail.pods(request());
      const [rendered] = await detail.rendered(request());

      expect(pods.problem).toBeUndefined();
      expect(pods.items).toHaveLength(2);
      expect(pods.items[0].containers[0].image).toMatch(/:latest$/);
      expect(rendered.items).toMatchObject([
        { replicas: 2, versions: [{ version: 'latest' }], overrides: [] },
      ]);
      expect((await detail.events(request()))[0].problem).toBeUndefined();
    });

    it('are refused by the cluster to whom it does not know', async () => {
      const { detail } = sourceOf('gondor');
      const [read] = await detail.pods(request({ caller: mallory }));

      expect(read.items).toEqual([]);
      expect(read.problem?.sentence.code).toBe('detail.forbidden.member');
      await expect(
        detail.log({
          ...request({ caller: mallory }),
          cluster: 'gondor',
          pod: 'any',
          follow: false,
          previous: false,
          tailLines: 1,
        }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    });

    it('are no more than a problem while the cluster cannot be reached', async () => {
      const gondor = simulator.world.plain.find(c => c.name === 'gondor')!;
      gondor.reachable = false;
      const [read] = await sourceOf('gondor').detail.pods(request());
      gondor.reachable = true;

      expect(read.items).toEqual([]);
      expect(read.problem?.sentence.code).toBe('detail.direct.unreachable');
    });

    it('bring the log of a pod of the workload, and of no other', async () => {
      const { detail } = sourceOf('gondor');
      const [{ items }] = await detail.pods(request());
      const options = {
        ...request(),
        cluster: 'gondor',
        follow: false,
        previous: false,
        tailLines: 2,
      };
      const lines = [];
      for await (const line of await detail.log({
        ...options,
        pod: items[0].name,
      })) {
        lines.push(line);
      }

      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(2);
      await expect(
        detail.log({ ...options, pod: 'someone-else' }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});
