import { TestDatabases } from '@backstage/backend-test-utils';
import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import {
  embeddedHarness,
  LaneHarness,
  realHarness,
  Tainted,
} from './__testUtils__/laneHarness';
import { eventually, startLanePortal } from './__testUtils__/startLanePortal';

jest.setTimeout(300_000);

// Closed last: what uses it is stopped before.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const file = process.env.KARMADA_KUBECONFIG;
const harnesses: Array<[string, () => Promise<LaneHarness>]> = [
  ['an embedded Karmada', () => embeddedHarness()],
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

  it('is not armed while somebody else manages the field that holds', async () => {
    await karmada.manageElsewhere(true);
    const refused = await eventually(async () => {
      const { body } = await portal.manage('arm', (await lane()).id);
      const failed = body.checks.filter(({ ok }) => !ok);
      return failed.length > 0 && failed;
    });
    expect(refused).toMatchObject([
      {
        code: 'managed-elsewhere',
        sentence: {
          text: expect.stringMatching(/somebody-else|kubectl-edit/),
        },
      },
    ]);
    expect(await lane()).toMatchObject({ state: 'open' });
    await karmada.manageElsewhere(false);
  });

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
    expect(body.checks.filter(({ ok }) => !ok)).toEqual([]);
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

  it('has a cluster cordoned on the condition of what was looked at, and given back', async () => {
    const act = (action: 'cordon' | 'uncordon', body: object) =>
      portal.call<ActionPreview>(
        'paul',
        'POST',
        `/clusters/karmada/member2/actions/${action}`,
        { body },
      );
    const taints = async () => {
      const { spec } = await karmada.read<Tainted>(
        'cluster.karmada.io/v1alpha1',
        'Cluster',
        'member2',
      );
      return (spec.taints ?? []).map(({ key, effect }) => [key, effect]);
    };
    const before = await taints();
    const look = await act('cordon', { dryRun: true });
    expect(look.body).toMatchObject({ done: false });
    expect(await taints()).toEqual(before);

    const reason = 'a test';
    const stale = { dryRun: false, reason, resourceVersion: '1' };
    expect((await act('cordon', stale)).status).toBe(412);
    const { resourceVersion } = look.body;
    const done = await act('cordon', {
      dryRun: false,
      reason,
      resourceVersion,
    });
    expect(done.body).toMatchObject({ done: true });
    expect(await taints()).toContainEqual([
      'cluster.karmada.io/unschedulable',
      'NoSchedule',
    ]);

    const back = await act('uncordon', { dryRun: true });
    await act('uncordon', {
      dryRun: false,
      reason,
      resourceVersion: back.body.resourceVersion,
    });
    expect(await taints()).toEqual(before);
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
