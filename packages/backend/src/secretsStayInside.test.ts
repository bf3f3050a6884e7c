import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Simulator, startSimulator } from '@fairway/simulator';
import { secretWorld } from './__testUtils__/secretWorld';
import { startTellingPortal } from './__testUtils__/startTellingPortal';

jest.setTimeout(180_000);

const { canary, objects, entity, controlPlanes } = secretWorld;
const TOPOLOGY = '/entities/default/component/shop/topology';

describe('a portal that reads a control plane full of secrets', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let knex: Awaited<ReturnType<typeof databases.init>>;
  let simulator: Simulator;
  let portal: Awaited<ReturnType<typeof startTellingPortal>>;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'empty' });
    objects.forEach(item => simulator.world.apply(structuredClone(item)));
    knex = await databases.init('SQLITE_3');
    portal = await startTellingPortal({
      knex,
      entity,
      controlPlanes: controlPlanes(simulator),
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await simulator?.close();
  });

  async function until<T>(read: () => Promise<T | undefined | false>) {
    for (let attempt = 0; attempt < 150; attempt++) {
      const value = await read();
      if (value) {
        return value;
      }
      await sleep(200);
    }
    throw new Error(`It never came to be; last told: ${portal.told.at(-2)}`);
  }

  const untilProblem = (source: string, code: string) =>
    until(async () => {
      const { items } = await portal.get('/sources');
      const { lanes } = items.find((item: any) => item.id === source);
      return lanes.some((lane: any) => lane.problem?.code === code);
    });

  /** Paths that answer with something, once everything there is has been read. */
  async function readWorkload() {
    const workload = await until(async () => {
      const { items } = await portal.get('/workloads');
      return items.find((item: any) => item.name === 'shop');
    });
    await until(async () => {
      const { workloads } = await portal.get(TOPOLOGY);
      return workloads[0]?.placement?.targets.length === 2;
    });
    const path = `/workloads/${workload.id}`;
    const pods = await until(async () => {
      const { clusters } = await portal.get(`${path}/pods`);
      return clusters.every((item: any) => item.items.length > 0) && clusters;
    });
    const { clusters } = await portal.get(`${path}/rendered`);
    expect(clusters[0].items).toHaveLength(1);
    const [{ cluster, items }] = pods;
    const log = `${path}/logs?cluster=${cluster}&pod=${items[0].name}`;
    // A pod says its first word a moment after it started.
    await until(async () =>
      String(await portal.get(log)).includes('"type":"line"'),
    );
    return { path, log, cluster };
  }

  /** Makes the servers repeat in their errors what they were sent, as proxies do. */
  async function repeatSecrets() {
    const repeat = (token: string) => ({
      type: 'status' as const,
      code: 403,
      reason: 'Forbidden',
      message: `${token} refused; Authorization: Bearer ${canary}; token=${canary}`,
    });
    const deployments = {
      server: 'karmada',
      user: 'system:serviceaccount:fairway-system:reader',
      resource: 'deployments',
    };
    const { faults } = simulator;
    faults.add({ ...deployments, action: repeat('simulator-reader') });
    faults.add({
      ...deployments,
      only: 'open',
      action: { type: 'watch', what: 'reset' },
    });
    faults.add({ server: 'member1', action: repeat('simulator-logs') });
    await untilProblem('prod', 'forbidden');
    await untilProblem('telling', 'unauthenticated');
  }

  async function storedRows(): Promise<string> {
    const tables: string[] = await knex('sqlite_master')
      .where({ type: 'table' })
      .pluck('name');
    const rows = await Promise.all(tables.map(table => knex(table).select()));
    return JSON.stringify(rows);
  }

  it('tells none of them in a response, a log line, an audit event or a stored row', async () => {
    const kubeconfig = await readFile(simulator.kubeconfigPath, 'utf8');
    const tokens = kubeconfig.matchAll(/\btoken["']?: ["']?([^\s"',}]+)/g);
    const secrets = [canary, ...[...tokens].map(([, token]) => token)];
    expect(secrets).toEqual(
      expect.arrayContaining(['simulator-reader', 'simulator-logs']),
    );

    const { path, log, cluster } = await readWorkload();
    await repeatSecrets();
    for (const asked of [
      '/fleet',
      '/clusters',
      `/clusters/prod/${cluster}`,
      '/environments',
      '/sources',
      '/workloads',
      '/workloads/none',
      TOPOLOGY,
      path,
      `${path}/pods?clusters=member1`,
      `${path}/events`,
      `${path}/rendered?clusters=member1`,
      `${log}&previous=true`,
    ]) {
      await portal.get(asked);
    }

    const rows = await storedRows();
    expect(rows).toContain('example.org/shop');
    const everything = [...portal.told, rows].join('\n');
    // What should be there is there, or the rest proves nothing.
    expect(everything).toContain('[redacted]');
    expect(everything).toContain('broken');
    const found = secrets
      .map(secret => everything.indexOf(secret))
      .filter(at => at >= 0)
      .map(at => everything.slice(Math.max(0, at - 200), at + 100));
    expect(found).toEqual([]);
  });
});
