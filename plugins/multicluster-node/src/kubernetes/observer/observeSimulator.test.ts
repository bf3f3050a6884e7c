import {
  FaultPlan,
  InMemoryObjectStore,
  ResourceType,
  RunningApiServer,
  startApiServer,
} from '@fairway/simulator';
import { eventually } from '../../testUtils';
import {
  FakeObservation,
  LANE,
  observeFake,
} from '../__testUtils__/observeFake';
import { testCertificate } from '../__testUtils__/testCertificate';
import { testTransport } from '../__testUtils__/testTransport';
import { discoverApi, reviewAccess } from '../discovery';

jest.setTimeout(30_000);

const deployments: ResourceType = {
  group: 'apps',
  version: 'v1',
  resource: 'deployments',
  kind: 'Deployment',
  namespaced: true,
  subresources: ['status'],
};

/** The embedded world's API server was written without this package, from what real servers answered. */
describe('observeResource on the API server of the embedded world', () => {
  let store: InMemoryObjectStore;
  let faults: FaultPlan;
  let server: RunningApiServer;
  let running: FakeObservation | undefined;

  async function start(
    streamingList: 'offered' | 'refused' | 'broken-storage',
  ) {
    store = InMemoryObjectStore.create({ types: [deployments] });
    faults = FaultPlan.create();
    server = await startApiServer({
      store,
      faults,
      streamingList,
      certificate: testCertificate(),
      bookmarkIntervalMs: 100,
      tokens: {
        admin: { username: 'admin', groups: ['system:masters'] },
        'token-of-nobody': { username: 'nobody', groups: [] },
      },
    });
  }

  function put(name: string, replicas = 1): void {
    const before = store.get(deployments, 'demo', name);
    const object = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...before?.metadata, name, namespace: 'demo' },
      spec: { replicas },
    };
    if (before) {
      store.update(deployments, object);
    } else {
      store.create(deployments, object);
    }
  }

  async function observe(
    options: { token?: string } & Parameters<typeof observeFake>[0] = {},
  ) {
    const { token = 'admin', ...rest } = options;
    running = await observeFake({
      transport: testTransport(server, token),
      ...rest,
    });
    return running;
  }

  const listed = () =>
    store
      .list(deployments)
      .map(({ metadata }) => metadata.name)
      .sort();

  afterEach(async () => {
    await running?.stop().catch(() => {});
    running = undefined;
    await server.close();
  });

  it.each(['offered', 'refused', 'broken-storage'] as const)(
    'lists and watches where the streaming list is %s',
    async streamingList => {
      await start(streamingList);
      for (let i = 0; i < 30; i++) {
        put(`w${i}`);
      }
      const { sink, stored, report } = await observe({
        limits: { pageSize: 7 },
      });
      await sink.until(() => sink.completedSweeps(LANE) === 1);
      expect(stored().sort()).toEqual(listed());

      put('w3', 9);
      put('new');
      store.delete(deployments, 'demo', 'w7');
      await eventually(
        () => JSON.stringify(stored().sort()) === JSON.stringify(listed()),
      );
      expect(sink.fact('workload', 'apps/Deployment/demo/w3')?.replicas).toBe(
        9,
      );
      expect(report.lane(LANE).problems).toEqual([]);
    },
  );

  it('resumes without a list, and lists again after a compaction', async () => {
    await start('offered');
    put('stays');
    put('goes');
    const first = await observe();
    await eventually(() => first.stored().length === 2);
    await first.stop();
    put('comes');
    const second = await observe({ sink: first.sink });
    await eventually(() => second.stored().length === 3);
    expect(first.sink.completedSweeps(LANE)).toBe(1);
    await second.stop();

    store.delete(deployments, 'demo', 'goes');
    store.compact();
    const third = await observe({ sink: first.sink });
    await eventually(() => third.stored().length === 2);
    expect(third.stored()).toEqual(['comes', 'stays']);
    expect(first.sink.completedSweeps(LANE)).toBe(2);
  });

  it.each([
    'drop',
    'reset',
    'half-open',
    'gone',
    'internal',
    'garbage',
  ] as const)('misses nothing when a watch suffers "%s"', async what => {
    await start('refused');
    put('before');
    const { stored, sink } = await observe({
      timings: { silence: 300 },
    });
    await sink.until(() => sink.completedSweeps(LANE) === 1);
    await new Promise(resolve => setTimeout(resolve, 100));
    faults.add({
      verb: 'watch',
      only: 'open',
      action: { type: 'watch', what },
    });
    put('after');
    store.delete(deployments, 'demo', 'before');
    await eventually(() => stored().join() === 'after');
    expect(stored()).toEqual(['after']);
  });

  it('names a missing right, and says which in RBAC terms', async () => {
    await start('offered');
    put('secret');
    const { report, stored, transport } = await observe({
      token: 'token-of-nobody',
    });
    await eventually(() => report.lane(LANE).problem?.code === 'forbidden');
    expect(stored()).toEqual([]);
    expect(report.lane(LANE).problem?.sentence.text).toMatch(
      /nobody.* cannot (list|watch) resource/,
    );
    const wanted = [
      { group: 'apps', resource: 'deployments', verbs: ['list', 'watch'] },
    ];
    await expect(reviewAccess(transport, wanted)).resolves.toEqual(wanted);
    await expect(
      reviewAccess(testTransport(server, 'admin'), wanted),
    ).resolves.toEqual([]);
  });

  it('learns what it serves', async () => {
    await start('offered');
    const catalog = await discoverApi(testTransport(server, 'admin'));
    expect(catalog.gitVersion).toBe('v1.36.2');
    expect(
      catalog.findKind({ group: 'apps', kind: 'Deployment' }),
    ).toMatchObject({ resource: 'deployments', namespaced: true });
  });
});
