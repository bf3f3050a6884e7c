import { createServer } from 'node:http';
import { ConfigReader } from '@backstage/config';
import { eventually } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Embedded } from '../__testUtils__/embedded';
import { createSource } from '../__testUtils__/createSource';
import { connect } from '../connect';
import { Discovery } from '../Discovery';
import { KarmadaFleet } from '../KarmadaFleet';

jest.setTimeout(60_000);

describe('observe', () => {
  let embedded: Embedded;

  beforeAll(async () => {
    embedded = await Embedded.start();
  });

  afterAll(async () => {
    await embedded.close();
  });

  it('reads clusters, policies, bindings and the templates they refer to, Secrets and ConfigMaps excepted', async () => {
    const { sink, report } = embedded.observe(embedded.source());
    await embedded.placed(sink);
    await eventually(() => sink.facts('placement').length === 4);
    await eventually(() => sink.facts('cluster').length === 3);

    expect(sink.facts('workload').map(({ key }) => key)).toEqual([
      'apps/Deployment/demo/canary',
      'apps/Deployment/demo/canary-canary',
    ]);
    // Of annotations, only those by which delivery tools mark what they apply.
    expect(sink.facts('workload').map(({ marks }) => marks)).toEqual([
      { 'pipecd.dev/application': 'app-of-canary' },
      undefined,
    ]);
    expect(sink.facts('policy').map(({ key }) => key)).toEqual([
      'PropagationPolicy/demo/canary',
    ]);
    expect([...report.lanes.keys()]).toEqual(
      expect.arrayContaining([
        'clusters',
        'resourcebindings',
        'clusterresourcebindings',
        'deployments.apps',
        'cronjobs.batch',
      ]),
    );
    expect([...report.lanes.keys()].join()).not.toMatch(/secrets|configmaps/);
    expect(JSON.stringify([sink.calls, [...report.lanes]])).not.toContain(
      'canary-token',
    );
  });

  it('lists bindings after the usual templates and the policies, so that each is derived once', async () => {
    const { sink } = embedded.observe(embedded.source());
    await eventually(() => sink.facts('placement').length === 4);
    const at = (call: string, lane: string) =>
      sink.calls.findIndex(one => one.call === call && one.lane === lane);
    const begun = at('beginSweep', 'resourcebindings');
    for (const lane of ['deployments.apps', 'overridepolicies', 'clusters']) {
      expect(at('complete', lane)).toBeGreaterThanOrEqual(0);
      expect(at('complete', lane)).toBeLessThan(begun);
    }
  });

  it('reads the metadata of ConfigMaps where the configuration allows', async () => {
    const { sink } = embedded.observe(embedded.source({ configMaps: true }));
    const fact = await eventually(() =>
      sink.fact('workload', '/ConfigMap/demo/settings'),
    );

    expect(fact).toMatchObject({ imagesKnown: false, images: [] });
    expect(JSON.stringify(sink.calls)).not.toContain('blue');
  });

  it('lets go of a kind that no binding refers to any more', async () => {
    const config = new ConfigReader({ ...embedded.credential('karmada') });
    const connections = connect(config, 'test');
    const fleet = KarmadaFleet.create({
      connections,
      discovery: Discovery.create({ transport: connections.read }),
      configMaps: true,
      impersonates: ['users'],
      templateTimings: { pollMs: 100, gatherMs: 50, forgetMs: 0 },
    });
    const { sink, report } = embedded.observe({ fleet });
    await eventually(() => sink.fact('workload', '/ConfigMap/demo/settings'));
    const { world } = embedded.simulator;
    const { store } = world.karmada;
    world.remove(store.type('v1', 'ConfigMap')!, {
      namespace: 'demo',
      name: 'settings',
    });
    await eventually(() => report.lane('configmaps').retired);

    expect(
      sink.facts('workload').some(({ kind }) => kind === 'ConfigMap'),
    ).toBe(false);
    expect(report.lane('deployments.apps').retired).toBe(false);
  });

  it('loses nothing but the clusters when the aggregated API is down', async () => {
    embedded.simulator.setAggregatedDown('cluster.karmada.io', true);
    const { sink, report } = embedded.observe(embedded.source());
    await embedded.placed(sink);
    await eventually(() => report.lane('clusters').problem);

    expect(report.lane('clusters').problem?.code).toBe('unreachable');
    expect(report.lane('resourcebindings').problem).toBeUndefined();
    expect(sink.facts('cluster')).toEqual([]);

    embedded.simulator.setAggregatedDown('cluster.karmada.io', false);
    await eventually(() => sink.facts('cluster').length === 3, {
      timeoutMs: 40_000,
    });
    expect(report.lane('clusters').problem).toBeUndefined();
  });

  it('sees a cluster being lost by one row and no write for its bindings', async () => {
    const { sink } = embedded.observe(embedded.source());
    await embedded.placed(sink);
    await eventually(() => sink.facts('cluster').length === 3);
    const { world } = embedded.simulator;
    const before = sink.writes.length;
    world.taint('member1', { key: 'test', effect: 'NoSchedule' });
    await eventually(() => sink.fact('cluster', 'member1')?.taints.length);

    const types = sink.writes.slice(before).map(({ type }) => type);
    expect(types).toContain('cluster');
    expect(types).not.toContain('placement');
  });

  it('says which rights are missing, as YAML to apply', async () => {
    const source = embedded.source({
      credentials: {
        works: embedded.credential('karmada'),
        logs: embedded.credential('karmada-logs'),
      },
    });
    const { report } = embedded.observe(source);
    const yaml = await eventually(() => report.rbac());

    expect(yaml).toContain('name: fairway-works');
    expect(yaml).toContain('works');
    expect(yaml).not.toContain('name: fairway-read');
  });

  it('tells what the server is', async () => {
    const { report } = embedded.observe(embedded.source());
    await eventually(() => report.sourceFacts().length > 0);

    expect(report.sourceFacts()[0].text).toMatch(/^API server v/);
  });

  it('explains the Deployment that no policy selects', async () => {
    const { world } = embedded.simulator;
    const source = embedded.source();
    world.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'stray', namespace: 'demo' },
      spec: {
        selector: { matchLabels: { app: 'stray' } },
        template: {
          metadata: { labels: { app: 'stray' } },
          spec: { containers: [{ name: 'app', image: 'stray:1' }] },
        },
      },
    });
    const { sink } = embedded.observe(source);
    const workload = await eventually(() =>
      sink.fact('workload', 'apps/Deployment/demo/stray'),
    );
    await eventually(() => sink.facts('policy').length > 0);

    expect(
      source.fleet.explainUnplaced({
        workload,
        policies: sink.facts('policy'),
      }).text,
    ).toBe(
      'placed nowhere: no policy selects Deployment stray. PropagationPolicy canary is the nearest: add it to its resourceSelectors',
    );
  });
});

describe('a server that is no Karmada', () => {
  it('is named, and not asked for kinds that it does not have', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          request.url === '/version'
            ? { gitVersion: 'v1.36.2' }
            : { kind: 'APIGroupDiscoveryList', items: [] },
        ),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    const embedded = await Embedded.start();
    try {
      const { report, end } = embedded.observe(
        createSource({ url: `http://127.0.0.1:${port}`, token: 'x' }),
      );
      await eventually(() => report.lane('resourcebindings').problem);

      expect(report.lane('clusters').problem).toMatchObject({
        code: 'not-served',
        sentence: { code: 'source.hostCluster' },
      });
      await end();
      expect(asked.filter(url => /work\.karmada\.io/.test(url))).toEqual([]);
    } finally {
      await embedded.close();
      await new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      });
    }
  });
});
