import { TestDatabases } from '@backstage/backend-test-utils';
import {
  embeddedHarness,
  LaneHarness,
  realHarness,
} from './__testUtils__/laneHarness';
import { eventually, startLanePortal } from './__testUtils__/startLanePortal';

jest.setTimeout(300_000);

// Closed last: what uses it is stopped before.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const file = process.env.KARMADA_KUBECONFIG;
const harnesses: Array<[string, () => Promise<LaneHarness>]> = [
  ['an embedded Karmada', embeddedHarness],
  ...(file
    ? [
        [`a Karmada at ${file}`, () => realHarness(file)] as [
          string,
          () => Promise<LaneHarness>,
        ],
      ]
    : []),
];

describe.each(harnesses)('a lane of %s', (_, createHarness) => {
  let karmada: LaneHarness;
  let portal: Awaited<ReturnType<typeof startLanePortal>>;

  beforeAll(async () => {
    karmada = await createHarness();
    const knex = await databases.init('SQLITE_3');
    portal = await startLanePortal({
      database: { getClient: async () => knex },
      entry: karmada.entry,
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await karmada?.close();
  });

  const lane = () =>
    eventually(async () =>
      (await portal.lanes()).find(({ policy }) => policy === karmada.policyKey),
    );

  it('is armed after checks, and says so', async () => {
    await eventually(async () => {
      const { clusters } = await lane();
      return (
        clusters.length === 2 &&
        clusters.every(({ runs, wanted }) => runs === wanted)
      );
    });
    expect(await lane()).toMatchObject({ state: 'open', source: 'karmada' });
    const { body } = await eventually(async () => {
      const answer = await portal.manage('arm', (await lane()).id);
      return answer.body.done && answer;
    });
    expect(body.checks.filter(({ ok }: any) => !ok)).toEqual([]);
    await eventually(async () => (await lane()).state === 'armed');
    expect((await lane()).kubectl).toContain('kubectl');
  });

  it('asks about a held change, releases it cluster by cluster and holds again', async () => {
    await karmada.setImage('2');
    const request = await portal.request(({ state }) => state === 'pending');
    expect(request).toMatchObject({
      kind: 'lane',
      environment: 'production',
      enforcement: 'enforced',
      subject: {
        lane: { policy: karmada.policyKey, clusters: ['member1', 'member2'] },
        images: [{ name: 'example.org/shop', version: '2' }],
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
      const { state, requestId } = await lane();
      return state === 'armed' && requestId === undefined;
    });
  });

  it('names what a deleted policy left held, and frees it when it is disarmed', async () => {
    await karmada.deletePolicy();
    await eventually(async () => (await lane()).state === 'orphaned');
    expect((await lane()).sentences[0]).toMatchObject({
      tone: 'bad',
      code: 'lane.view.orphaned',
    });
    const { body } = await portal.manage('disarm', (await lane()).id);
    expect(body).toMatchObject({ done: true });
    await eventually(async () => (await portal.lanes()).length === 0);
  });
});
