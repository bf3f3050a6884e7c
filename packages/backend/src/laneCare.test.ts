import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuditList } from '@fairway/backstage-plugin-multicluster-common';
import { Simulator, startSimulator } from '@fairway/simulator';
import { laneWorld } from './__testUtils__/laneWorld';
import { replicaWorld } from './__testUtils__/replicaWorld';
import { eventually, startLanePortal } from './__testUtils__/startLanePortal';

jest.setTimeout(240_000);

const { deployment, approvals } = laneWorld;
const { namespace, workload, policy } = replicaWorld;
const [production] = approvals.policies;

/** Two copies on each of two clusters, so that losing one leaves the other short. */
const objects = [
  namespace,
  { ...workload, spec: { ...workload.spec, replicas: 4 } },
  {
    ...policy,
    spec: {
      ...policy.spec,
      placement: {
        ...policy.spec.placement,
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Weighted',
          weightPreference: { dynamicWeight: 'AvailableReplicas' },
        },
      },
    },
  },
];

describe('what is looked after in a lane', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const told: Array<{ at: number; title: string; link?: string; to: unknown }> =
    [];
  let simulator: Simulator;
  let portal: Awaited<ReturnType<typeof startLanePortal>>;

  const lane = async () => eventually(async () => (await portal.lanes())[0]);

  beforeAll(async () => {
    // Copies that come up one after the other take most of the time there is.
    simulator = await startSimulator({ world: 'empty', speed: 8 });
    objects.forEach(item => simulator.world.apply(structuredClone(item)));
    const credential = (context: string) => ({
      kubeconfig: { file: simulator.kubeconfigPath, context },
    });
    const knex = await databases.init('SQLITE_3');
    portal = await startLanePortal({
      database: { getClient: async () => knex },
      entry: {
        ...credential('karmada'),
        credentials: {
          works: credential('karmada-works'),
          act: credential('karmada-act'),
        },
        identity: { user: '{name}', groups: '{name}' },
      },
      approvals: {
        // The database of this test is in memory.
        outsideProduction: { allowWithoutRules: true },
        policies: [
          {
            ...production,
            exempt: { replicas: true, failover: true, return: true },
          },
        ],
      },
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async ({ payload, recipients }) => {
              const { title, link } = payload;
              told.push({ at: Date.now(), title, link, to: recipients });
            },
          }),
        }),
      ],
    });
    await eventually(async () => (await lane()).clusters.length === 2);
    await eventually(async () => {
      const { body } = await portal.manage('arm', (await lane()).id);
      return body.done;
    });
    await eventually(async () => (await lane()).state === 'armed');
  });

  afterAll(async () => {
    await portal?.stop();
    await simulator?.close();
  });

  const entries = async (): Promise<Array<{ actor: string; action: string }>> =>
    (await portal.call<AuditList>('paul', 'GET', '/audit')).body.items;
  const trail = async () => (await entries()).map(({ action }) => action);
  const exempted = async () =>
    (await entries())
      .filter(({ action }) => action.startsWith('request.exempted.'))
      .map(({ actor, action }) => `${actor} ${action}`);

  /** The request that is open, once it is. */
  const waiting = async () =>
    portal.read(await eventually(async () => (await lane()).requestId));
  const runs = async (copies: number) =>
    eventually(async () => {
      const { clusters, requestId } = await lane();
      const all = clusters.every(
        item => item.runs === copies && item.wanted === copies,
      );
      return all && requestId === undefined;
    });
  const applied = async (id: string) =>
    eventually(async () => (await portal.read(id)).state === 'applied');
  /** What somebody is offered, and has released with a reason. */
  async function restores(name: string, code: string) {
    const { restore, can } = await eventually(async () => {
      const now = await lane();
      return now.restore && now;
    });
    expect(restore?.sentence.code).toBe(code);
    expect(can.restore).toEqual({ allowed: true });
    return portal.restore(name, lane, 'Customers wait');
  }
  async function approves(version: number) {
    simulator.world.setImage(deployment, laneWorld.image(version));
    const request = await waiting();
    await portal.approve(request);
    await applied(request.id);
    await eventually(async () => (await lane()).requestId === undefined);
  }

  it('leaves to a person what nobody approved: the portal scales nothing that was merely there', async () => {
    simulator.world.scale(deployment, 8);
    const request = await waiting();
    expect(request).toMatchObject({ state: 'pending', votes: [] });
    const id = await restores('olivia', 'lane.restore.baseline.replicas');
    expect(id).toBe(request.id);
    await applied(id);
    await runs(4);
    expect(await exempted()).toEqual([
      'user:default/olivia request.exempted.replicas',
    ]);
  });

  it('releases another number of copies of what was approved without votes, and says so in the trail', async () => {
    await approves(2);
    simulator.world.scale(deployment, 6);
    await runs(3);
    expect(await exempted()).toContain('system request.exempted.replicas');
  });

  it('goes back to what was approved there when somebody says so, with a reason', async () => {
    await approves(3);
    simulator.world.setImage(deployment, laneWorld.image(2));
    const request = await waiting();
    const id = await restores('olivia', 'lane.restore.return');
    expect(id).toBe(request.id);
    await applied(id);
    const { notes, votes } = await portal.read(id);
    expect(votes).toEqual([]);
    expect(notes.map(({ code }) => code)).toContain('lane.exemptBy.return');
    expect(await exempted()).toContain(
      'user:default/olivia request.exempted.return',
    );
    await runs(3);
  });

  it('tells owners of a cluster that is lost within five seconds, and offers at once what only restores', async () => {
    simulator.world.loseCluster('member1', 'refuse');
    const seen = await eventually(async () => {
      const { clusters } = await lane();
      const lost = clusters.find(({ cluster }) => cluster === 'member1');
      return lost?.state === 'lost' && Date.now();
    }, 90_000);
    const notice = await eventually(async () =>
      told.find(({ title }) => title.startsWith('member1 is lost')),
    );
    expect(notice.at - seen).toBeLessThan(5_000);
    expect(notice.link).toBe('/multicluster/lanes');
    expect(notice.to).toMatchObject({ entityRef: ['group:default/team-shop'] });

    simulator.world.taint('member1', {
      key: 'lost',
      value: 'yes',
      effect: 'NoExecute',
    });
    const offered = await eventually(async () => {
      const now = await lane();
      return now.restore && now;
    }, 90_000);
    expect(offered.restore).toMatchObject({ clusters: ['member2'] });
    expect(
      offered.clusters.find(({ cluster }) => cluster === 'member2'),
    ).toMatchObject({ runs: 3, wanted: 6 });
    expect(offered.sentences[0]).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('3 of 6'),
    });
    await eventually(async () =>
      told.find(({ title }) => title.includes('member2 runs 3 of 6')),
    );

    const request = await portal.read(
      await portal.restore('paul', lane, 'Short of copies'),
    );
    expect(request).toMatchObject({ decision: 'approve' });
    await eventually(async () => {
      const { clusters } = await lane();
      return clusters.some(
        item => item.cluster === 'member2' && item.runs === 6,
      );
    }, 60_000);
    expect(await trail()).toContain('request.exempted.failover');
  });

  it('calls content an incident that went out while nobody had approved it, until that is gone', async () => {
    await eventually(async () => (await lane()).requestId === undefined);
    simulator.world.hold(deployment, undefined);
    simulator.world.setImage(deployment, laneWorld.image('sneaked'));
    await eventually(async () => {
      const { sentences } = await lane();
      return sentences.some(({ code }) => code === 'lane.incident.slipped');
    }, 60_000);
    expect(await trail()).toContain('incident.opened');
    await eventually(async () =>
      told.find(({ title }) => title.startsWith('Content that nobody')),
    );

    simulator.world.setImage(deployment, laneWorld.image(2));
    await eventually(async () => {
      const { sentences } = await lane();
      return !sentences.some(({ code }) => code === 'lane.incident.slipped');
    }, 60_000);
    expect(await trail()).toContain('incident.closed');
  });
});
