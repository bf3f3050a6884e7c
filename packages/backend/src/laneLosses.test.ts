import { TestDatabases } from '@backstage/backend-test-utils';
import {
  embeddedHarness,
  LaneHarness,
  LossWay,
  realHarness,
} from './__testUtils__/laneHarness';
import { laneWorld } from './__testUtils__/laneWorld';
import { lossWorld } from './__testUtils__/lossWorld';
import { noticeBox } from './__testUtils__/noticeBox';
import { eventually, startLanePortal } from './__testUtils__/startLanePortal';

jest.setTimeout(900_000);

/** What is read of a control plane. */
interface Binding {
  spec: {
    clusters?: Array<{ name: string }>;
    gracefulEvictionTasks?: object[];
    suspension?: object;
  };
  status: {
    aggregatedStatus: Array<{ clusterName: string; applied?: boolean }>;
  };
}
interface Cluster {
  status: { conditions: Array<{ type: string; status: string }> };
}

/** How long a control plane may take for what waits for its own clocks, milliseconds. */
const WORK_MS = 400_000;
// Closed last: what uses it is stopped before.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NAMES = ['copied', 'divided', 'moving'];

/** Each way of losing a cluster, and the one that is lost: an agent reports for member3 alone. */
const ways: Array<[LossWay, string]> = [
  ['dies', 'member1'],
  ['hangs', 'member1'],
  ['loses its agent', 'member3'],
];
const { KARMADA_KUBECONFIG: file, KARMADA_LAB: lab } = process.env;
const missing = Object.entries({
  KARMADA_KUBECONFIG: file,
  KARMADA_LAB: lab,
}).flatMap(([variable, given]) => (given ? [] : [variable]));
const [describeReal, without] =
  missing.length > 0
    ? [describe.skip, ` (without ${missing.join(', ')})`]
    : [describe, ''];

/** What only restores needs no vote; frozen, it goes out when somebody wants it and not by itself. */
const approvals = {
  ...laneWorld.approvals,
  policies: laneWorld.approvals.policies.map(policy => ({
    ...policy,
    exempt: { replicas: true, failover: true, return: true },
    windows: [
      {
        name: 'frozen',
        kind: 'deny',
        timezone: 'UTC',
        from: '2020-01-01T00:00',
        to: '2099-01-01T00:00',
      },
    ],
  })),
};

const HELD = { dispatching: true };

function losses(
  way: LossWay,
  lost: string,
  create: () => Promise<LaneHarness>,
) {
  const { told, feature } = noticeBox();
  let karmada: LaneHarness;
  let isAway = false;
  let portal: Awaited<ReturnType<typeof startLanePortal>>;

  const lane = (name: string) =>
    eventually(async () =>
      (await portal.lanes()).find(({ policy }) => policy.endsWith(`/${name}`)),
    );
  const binding = (name: string) =>
    karmada.read<Binding>(
      'work.karmada.io/v1alpha2',
      'ResourceBinding',
      `${name}-deployment`,
    );
  const isReady = async (cluster: string) => {
    const { status } = await karmada.read<Cluster>(
      'cluster.karmada.io/v1alpha1',
      'Cluster',
      cluster,
    );
    return status.conditions.some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    );
  };
  const notice = (title: string) =>
    eventually(async () => told.find(item => item.title === title), WORK_MS);

  /** What the page and the owner are told once a cluster is short, from when the control plane shows that. */
  async function isShort(
    name: string,
    {
      cluster,
      runs,
      wanted,
    }: { cluster: string; runs: number; wanted: number },
    shows: (binding: Binding) => boolean,
  ) {
    const noticed = notice(
      `Held: ${cluster} runs ${runs} of ${wanted} of ${name}`,
    );
    const since = await eventually(
      async () => shows(await binding(name)) && Date.now(),
      WORK_MS,
    );
    const now = await eventually(async () => {
      const found = await lane(name);
      return found.restore && found;
    });
    expect(Date.now() - since).toBeLessThan(5_000);
    expect((await noticed).at - since).toBeLessThan(5_000);
    expect(now).toMatchObject({
      state: 'armed',
      restore: { clusters: [cluster] },
    });
    const text = `Held: ${cluster} runs ${runs} of ${wanted}.`;
    expect(now.sentences[0]).toMatchObject({ tone: 'bad', text });
  }

  /** Releases what is offered; gives how the lane is held once the copies are there. */
  async function restores(name: string, cluster: string, copies: number) {
    const request = await portal.read(
      await portal.restore('paul', () => lane(name), 'Short of copies'),
    );
    expect(request).toMatchObject({ decision: 'approve' });
    await eventually(async () => {
      const now = await lane(name);
      const [here] = now.clusters.filter(item => item.cluster === cluster);
      return (
        here.runs === copies &&
        here.wanted === copies &&
        now.state === 'armed' &&
        now.requestId === undefined &&
        !now.restore
      );
      // What comes to a cluster that is just back is tried again by the control plane in its own time.
    }, WORK_MS);
    return (await binding(name)).spec.suspension;
  }

  async function arm(name: string) {
    await eventually(async () => {
      const { body } = await portal.manage('arm', (await lane(name)).id);
      return body.done;
    });
    await eventually(async () => (await lane(name)).state === 'armed');
  }

  beforeAll(async () => {
    karmada = await create();
    const knex = await databases.init('SQLITE_3');
    portal = await startLanePortal({
      database: { getClient: async () => knex },
      entry: karmada.entry,
      approvals,
      features: [feature],
    });
    await eventually(async () => {
      const lanes = await portal.lanes();
      return (
        lanes.length === 3 &&
        lanes.every(({ clusters }) =>
          clusters.every(({ runs, wanted }) => runs && runs === wanted),
        )
      );
    });
    for (const name of NAMES) {
      await arm(name);
    }
  });

  afterAll(async () => {
    await karmada?.evict(lost, false);
    if (isAway) {
      await karmada?.giveBack(lost, way);
    }
    await portal?.stop();
    await karmada?.close();
  });

  it('tells the owner of each within five seconds of the loss', async () => {
    isAway = true;
    await karmada.lose(lost, way);
    await eventually(async () => !(await isReady(lost)), 120_000);
    const since = Date.now();
    for (const name of NAMES) {
      const { at, to } = await notice(
        `${lost} is lost while dispatch of ${name} is held`,
      );
      expect(at - since).toBeLessThan(5_000);
      expect(to).toMatchObject({ entityRef: ['group:default/team-shop'] });
    }
  });

  it('says that copies moved on paper alone, and brings them back', async () => {
    await karmada.evict(lost, true);
    await isShort(
      'divided',
      { cluster: 'member2', runs: 2, wanted: 4 },
      ({ spec }) => spec.clusters?.length === 1,
    );
    expect(await restores('divided', 'member2', 4)).toEqual(HELD);
  });

  it('says so as well where nothing ran before, still after the old copies are gone', async () => {
    const member2 = { cluster: 'member2', runs: 0, wanted: 2 };
    await isShort(
      'moving',
      member2,
      ({ spec }) => spec.clusters?.[0]?.name === 'member2',
    );
    await karmada.endGrace();
    await isShort(
      'moving',
      member2,
      ({ spec }) => spec.gracefulEvictionTasks === undefined,
    );
    expect(await restores('moving', 'member2', 2)).toEqual(HELD);
  });

  it('says of what runs everywhere that it is short once the cluster is back, and brings that back', async () => {
    await karmada.evict(lost, false);
    await karmada.giveBack(lost, way);
    isAway = false;
    // The old copies run on until the Work that brought them has gone at last.
    await isShort(
      'copied',
      { cluster: lost, runs: 0, wanted: 2 },
      ({ spec, status }) =>
        spec.clusters?.some(({ name }) => name === lost) === true &&
        status.aggregatedStatus.some(
          ({ clusterName, applied }) => clusterName === lost && !applied,
        ),
    );
    expect(await restores('copied', lost, 2)).toEqual(HELD);
  });
}

describe.each(ways)('lanes of a cluster that %s', (way, lost) => {
  describe('of an embedded Karmada', () => {
    losses(way, lost, () => embeddedHarness(lossWorld(lost)));
  });

  describeReal(`of a real Karmada${without}`, () => {
    losses(way, lost, () => realHarness(file!, lossWorld(lost)));
  });
});
