import { TestDatabases } from '@backstage/backend-test-utils';
import { Simulator, startSimulator } from '@fairway/simulator';
import { laneWorld } from './__testUtils__/laneWorld';
import { eventually, startLanePortal } from './__testUtils__/startLanePortal';

jest.setTimeout(180_000);

const { deployment, image, objects } = laneWorld;

// Closed last: what uses it is stopped before.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a lane of an embedded Karmada', () => {
  let simulator: Simulator;
  let portal: Awaited<ReturnType<typeof startLanePortal>>;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'empty', port: 7450 });
    objects.forEach(item => simulator.world.apply(structuredClone(item)));
    const knex = await databases.init('SQLITE_3');
    portal = await startLanePortal({
      database: { getClient: async () => knex },
      kubeconfig: simulator.kubeconfigPath,
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await simulator?.close();
  });

  it('is armed after checks, and says so', async () => {
    const lane = await eventually(async () => {
      const found = await portal.lane();
      return found.clusters.length === 2 && found;
    });
    expect(lane).toMatchObject({ state: 'open', source: 'karmada' });
    const { body } = await portal.manage('arm');
    expect(body.checks.filter(({ ok }: any) => !ok)).toEqual([]);
    expect(body).toMatchObject({ done: true });
    await eventually(async () => (await portal.lane()).state === 'armed');
  });

  it('asks about a held change, releases it cluster by cluster and holds again', async () => {
    simulator.world.setImage(deployment, image(2));
    const request = await portal.request(({ state }) => state === 'pending');
    expect(request).toMatchObject({
      kind: 'lane',
      environment: 'production',
      enforcement: 'enforced',
      subject: {
        lane: { policy: laneWorld.policyKey, clusters: ['member1', 'member2'] },
        images: [{ name: 'example.org/shop', version: 'v2' }],
      },
    });
    await portal.approve(request);
    const done = await portal.request(({ closedAt }) => closedAt !== undefined);
    expect(done.state).toBe('applied');
    expect(done.steps.map(({ key, state }) => [key, state])).toEqual([
      ['cluster/member1', 'observed'],
      ['cluster/member2', 'observed'],
      ['hold', 'observed'],
    ]);
    await eventually(async () => {
      const lane = await portal.lane();
      return lane.state === 'armed' && lane.requestId === undefined;
    });
  });
});
