import { Knex } from 'knex';
import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { HeldWorld, heldWorld, LANE } from '../../__testUtils__/heldWorld';
import { ApprovalNotices } from '../../notify/ApprovalNotices';
import { selectGivenContent } from '../selectGivenContent';

jest.setTimeout(60_000);

const databases = testDatabases();
const exempt = { replicas: true, failover: true, return: true };
const holidays = {
  name: 'holidays',
  kind: 'deny' as const,
  timezone: 'UTC',
  from: '2020-01-01T00:00',
  to: '2099-01-01T00:00',
};

describe.each(databases.eachSupportedId())(
  'what a lane releases without votes on %p',
  id => {
    let knex: Knex;
    let world: HeldWorld;

    async function begin(options: Parameters<typeof heldWorld>[1] = {}) {
      knex = await databases.init(id);
      world = await heldWorld(knex, {
        ...options,
        policy: { exempt, ...options.policy },
      });
    }

    /** Has two people approve a version, and sees it on both clusters. */
    async function approved(version: string) {
      world.control.setImage(version);
      await world.round.look();
      const request = (await world.open())!;
      await world.vote('ann');
      await world.vote('bob');
      const { request: done } = await world.settled(request.id);
      expect(done.state).toBe('applied');
    }

    const scale = async (replicas: number) => {
      world.control.replicas = replicas;
      await world.round.look();
    };

    /** Another cluster, of the environment of member1 unless told otherwise. */
    async function joins(name: string, stage = 'prod') {
      const { id: _, ...like } = await knex('inventory_cluster')
        .where({ name: 'member1' })
        .first();
      const fact = { ...JSON.parse(like.fact), name, labels: { stage } };
      await knex('inventory_cluster').insert({
        ...like,
        name,
        fact: JSON.stringify(fact),
      });
    }

    /** member1 is away, and what it had is to go to member3. */
    async function lose(stage?: string) {
      await joins('member3', stage);
      await knex('inventory_cluster')
        .where({ name: 'member1' })
        .update({ state: 'unreachable' });
      world.control.clusters = ['member2', 'member3'];
      await world.round.look();
    }

    const restore = async (
      ifMatch?: string,
      reason = 'The checkout fails',
    ): Promise<string | undefined> => {
      const offer = (await world.lane()).restore?.etag ?? 'none';
      return world.lanes.keeper.restore(
        world.id,
        { reason, ifMatch: ifMatch ?? offer },
        world.acting('bob'),
      );
    };

    const offered = async () => (await world.lane()).restore?.sentence.code;

    async function doneOf(requestId: string | undefined) {
      const { request } = await world.settled(requestId!);
      const trail = await knex('approval_audit')
        .where({ request_id: requestId })
        .where('action', 'like', 'request.exempted.%')
        .orderBy('seq');
      return {
        request,
        trail: trail.map(({ actor, action }) => `${actor} ${action}`),
      };
    }

    const basisOf = async (cluster: string) =>
      (await selectGivenContent(knex, LANE)).find(
        item => item.cluster === cluster,
      )?.approved;

    describe('of what was approved here', () => {
      it('is another number of copies, by the portal and at once, which counts as approved in turn', async () => {
        await begin();
        await world.manage('arm');
        await approved('v2');
        for (const replicas of [3, 4]) {
          await scale(replicas);
          const { request, trail } = await doneOf((await world.open())?.id);
          expect(request).toMatchObject({
            state: 'applied',
            detail: { exemption: 'replicas', exemptionBasis: 'approved' },
          });
          expect(trail).toEqual(['system request.exempted.replicas']);
          expect(await basisOf('member1')).toBe(true);
        }
      });

      it('is what a lost cluster had: offered, looked at again, and done by the portal when nobody took it up in time', async () => {
        await begin({ moveAfterMs: 20_000 });
        await world.manage('arm');
        await approved('v2');
        await lose();
        expect(await offered()).toBe('lane.restore.failover');
        expect(await world.open()).toBeUndefined();
        expect(world.told).toContain('Copies can be restored on member3');
        world.clock.ahead += 19_000;
        expect((await world.round.look()).again).toHaveLength(1);
        expect(await world.open()).toBeUndefined();
        world.clock.ahead += 2_000;
        expect((await world.round.look()).again).toHaveLength(0);
        const { request, trail } = await doneOf((await world.open())?.id);
        expect(request.state).toBe('applied');
        expect(trail).toEqual(['system request.exempted.failover']);
        expect(await basisOf('member3')).toBe(true);
      });

      it('is done by the portal in time although nobody can be notified', async () => {
        await begin({ moveAfterMs: 20_000 });
        world.notify.before = async () => {
          throw new Error('There is nothing that notifies');
        };
        await world.manage('arm');
        await approved('v2');
        await lose();
        expect(await offered()).toBe('lane.restore.failover');
        world.clock.ahead += 12_000;
        expect((await world.round.look()).again).toHaveLength(1);
        expect(await world.open()).toBeUndefined();
        world.clock.ahead += 9_000;
        expect((await world.round.look()).again).toHaveLength(0);
        const { request, trail } = await doneOf((await world.open())?.id);
        expect(request.state).toBe('applied');
        expect(trail).toEqual(['system request.exempted.failover']);
        expect(world.told).toEqual([]);
      });

      it.each`
        why                                       | apartMs  | told | state
        ${'is missing for one look'}              | ${0}     | ${1} | ${'queued'}
        ${'is missing for two looks in a moment'} | ${1_000} | ${1} | ${'queued'}
        ${'is gone, and somebody makes it anew'}  | ${6_000} | ${2} | ${undefined}
      `(
        'is offered since when it was first, or anew, where its policy $why',
        async ({ apartMs, told, state }) => {
          await begin({ moveAfterMs: 20_000 });
          await world.manage('arm');
          await approved('v2');
          await lose();
          world.clock.ahead += 12_000;
          const policies = await knex('inventory_policy');
          await knex('inventory_policy').delete();
          await world.round.look();
          expect(await offered()).toBeUndefined();
          if (apartMs > 0) {
            world.clock.ahead += apartMs;
            await world.round.look();
          }
          await knex('inventory_policy').insert(policies);
          await world.round.look();
          expect(await offered()).toBe('lane.restore.failover');
          world.clock.ahead += 9_000;
          await world.round.look();
          expect((await world.open())?.state).toBe(state);
          expect(
            world.told.filter(title => title.startsWith('Copies can be')),
          ).toHaveLength(told);
        },
      );

      it('is offered since when it was first although its policy is missing now and then', async () => {
        await begin({ moveAfterMs: 60_000 });
        await world.manage('arm');
        await approved('v2');
        await lose();
        const policies = await knex('inventory_policy');
        for (let times = 0; times < 2; times += 1) {
          await knex('inventory_policy').delete();
          await world.round.look();
          await knex('inventory_policy').insert(policies);
          await world.round.look();
          world.clock.ahead += 10_000;
        }
        expect(
          world.told.filter(title => title.startsWith('Copies can be')),
        ).toHaveLength(1);
      });

      it('is left to people for a while each time that it is lost', async () => {
        await begin({ moveAfterMs: 20_000 });
        await world.manage('arm');
        await approved('v2');
        const clusters = [...world.control.clusters];
        await lose();
        expect(await offered()).toBe('lane.restore.failover');
        world.control.clusters = clusters;
        await world.round.look();
        expect(await offered()).toBeUndefined();
        world.clock.ahead += 3600_000;
        world.control.clusters = ['member2', 'member3'];
        expect((await world.round.look()).again).toHaveLength(1);
        expect(await world.open()).toBeUndefined();
        expect(
          world.told.filter(title => title.startsWith('Copies can be')),
        ).toHaveLength(2);
      });

      it('is no move to a cluster of another environment, whatever was lost', async () => {
        await begin({ moveAfterMs: 0 });
        await world.manage('arm');
        await approved('v2');
        await lose('test');
        expect((await world.open())?.state).toBe('pending');
        expect(await offered()).toBeUndefined();
        await expect(restore()).rejects.toThrow('needs an approval');
      });

      it('is no move from a cluster that somebody took out', async () => {
        await begin({ moveAfterMs: 0 });
        await world.manage('arm');
        await approved('v2');
        await joins('member3');
        await knex('inventory_cluster').where({ name: 'member1' }).delete();
        world.control.clusters = ['member2', 'member3'];
        await world.round.look();
        expect((await world.open())?.state).toBe('pending');
        expect(await offered()).toBeUndefined();
      });

      it('is for people where they turned the same content down, although it was approved before', async () => {
        const inHours = (hours: number) =>
          new Date(Date.now() + hours * 3600_000).toISOString().slice(0, 16);
        const freeze = { ...holidays, from: inHours(1), to: inHours(3) };
        await begin({ policy: { windows: [freeze] } });
        await world.manage('arm');
        await approved('v2');
        world.clock.ahead += 2 * 3600_000;
        await scale(3);
        const waits = (await world.open())!;
        expect(waits.state).toBe('pending');
        await world.vote('ann', 'reject');
        expect((await world.settled(waits.id)).request.state).toBe('rejected');
        world.clock.ahead += 2 * 3600_000;
        await world.round.look();
        expect(await world.open()).toBeUndefined();
        expect(await offered()).toBe('lane.restore.replicas');
        await scale(4);
        expect((await world.open())?.detail.exemption).toBeUndefined();
      });

      it('is a return, by a person with a reason and past a freeze; told to owners, in the trail with its proof', async () => {
        await begin({ policy: { windows: [holidays] } });
        await world.manage('arm');
        // Both were approved before the freeze.
        for (const [index, version] of ['v2', 'v3'].entries()) {
          world.control.image = `example.org/shop:${version}`;
          await given(index + 1);
        }
        world.control.image = 'example.org/shop:v2';
        await world.round.look();
        expect(await offered()).toBe('lane.restore.return');
        const waits = (await world.open())!;
        expect(waits.state).toBe('pending');
        world.clock.ahead += 3600_000;
        await world.round.look();
        expect((await world.open())?.state).toBe('pending');

        await expect(restore(undefined, ' ')).rejects.toMatchObject({
          code: 'REASON_REQUIRED',
        });
        expect(await restore()).toBe(waits.id);
        const { request, trail } = await doneOf(waits.id);
        expect(request).toMatchObject({
          state: 'applied',
          detail: { exemption: 'return', exemptBy: 'user:default/bob' },
        });
        expect(trail).toEqual(['user:default/bob request.exempted.return']);
        const { payload } = await knex('approval_audit as a')
          .join('approval_audit_payload as p', 'p.seq', 'a.seq')
          .where('a.action', 'request.exempted.return')
          .first('p.payload');
        expect(JSON.parse(payload)).toMatchObject({
          exemption: 'return',
          basis: 'approved',
          reason: 'The checkout fails',
          proof: { held: { member1: { digest: world.control.digest() } } },
        });
        expect(world.control.log.at(-1)?.by).toBe('user:default/bob');
        expect(world.control.members.get('member2')).toBe(
          world.control.digest(),
        );
        expect(await noticesOf()).toContain(
          'group:default/shop: Released without a new approval: shop to member1, member2',
        );
        await world.round.look();
        expect(await offered()).toBeUndefined();
      });
    });

    describe('of what was merely there when the lane was armed', () => {
      it('is nothing by the portal: other copies wait for votes, or for a person who accepts that', async () => {
        await begin();
        await world.manage('arm');
        await scale(3);
        const waits = (await world.open())!;
        expect(waits).toMatchObject({ state: 'pending' });
        expect(waits.detail.exemption).toBeUndefined();
        expect(await offered()).toBe('lane.restore.baseline.replicas');
        world.clock.ahead += 3600_000;
        await world.round.look();
        expect((await world.open())?.state).toBe('pending');

        expect(await restore()).toBe(waits.id);
        const { request, trail } = await doneOf(waits.id);
        expect(request).toMatchObject({
          state: 'applied',
          detail: {
            exemption: 'replicas',
            exemptionBasis: 'baseline',
            exemptBy: 'user:default/bob',
          },
        });
        expect(trail).toEqual(['user:default/bob request.exempted.replicas']);
        expect(await noticesOf()).toContain(
          'group:default/shop: Released, and nobody approved it here: shop to member1, member2',
        );
        // Accepted once is not approved: the next number of copies is somebody's to accept again.
        expect(await basisOf('member1')).toBe(false);
        await scale(4);
        expect((await world.open())?.state).toBe('pending');
      });

      it('is offered no more once the lane is disarmed, by whichever replica, nor when it is armed anew', async () => {
        await begin();
        const other = await heldWorld(knex, {
          policy: { exempt },
          beside: world,
        });
        const shown = async () => {
          const entityRefs = ['component:default/shop'];
          const { items } = await world.lanes.keeper.list({ entityRefs });
          return items[0];
        };
        for (const replica of [world, other]) {
          world.control.replicas = 1;
          await replica.manage('arm');
          expect((await shown()).restore).toBeUndefined();
          await scale(3);
          expect((await shown()).restore).toBeDefined();
          await replica.manage('disarm');
          expect(await shown()).toMatchObject({
            state: 'open',
            clusters: [{ state: 'released' }, { state: 'released' }],
          });
          expect((await shown()).restore).toBeUndefined();
        }
        await other.manage('arm');
        expect(await shown()).toMatchObject({ state: 'armed' });
        expect((await shown()).restore).toBeUndefined();
      });

      it('is offered no more once the policy is deleted, and a click on it says why', async () => {
        await begin();
        await world.manage('arm');
        await scale(3);
        const { etag } = (await world.lane()).restore!;
        await knex('inventory_policy').delete();
        expect((await world.lane()).state).toBe('orphaned');
        expect(await offered()).toBeUndefined();
        await expect(restore(etag)).rejects.toThrow('not there any more');
        await world.round.look();
        expect(await offered()).toBeUndefined();
      });

      it('is what somebody looked at, and not what is held by the time they click', async () => {
        await begin();
        await world.manage('arm');
        await scale(3);
        const { etag } = (await world.lane()).restore!;
        await scale(4);
        const now = (await world.lane()).restore!.etag;
        expect(now).not.toBe(etag);
        await expect(restore(etag)).rejects.toMatchObject({
          code: 'SUBJECT_CHANGED',
          details: { etag: now },
        });
        const waits = (await world.open())!;
        expect(waits.state).toBe('pending');
        expect(await restore(now)).toBe(waits.id);
      });

      it('is no move by the portal, however long nobody takes it up', async () => {
        await begin({ moveAfterMs: 0 });
        await world.manage('arm');
        await lose();
        expect(await offered()).toBe('lane.restore.baseline.failover');
        const waits = (await world.open())!;
        expect(waits.state).toBe('pending');
        expect(world.told).toContain('Copies can be restored on member3');
        world.clock.ahead += 3600_000;
        await world.round.look();
        expect((await world.open())?.state).toBe('pending');
        expect(await restore()).toBe(waits.id);
        const { trail } = await doneOf(waits.id);
        expect(trail).toEqual(['user:default/bob request.exempted.failover']);
        expect(await basisOf('member3')).toBe(false);
      });

      it('is no return to it, by anybody', async () => {
        await begin();
        await world.manage('arm');
        await approved('v2');
        world.control.setImage('v1');
        await world.round.look();
        expect((await world.open())?.state).toBe('pending');
        expect(await offered()).toBeUndefined();
        await expect(restore()).rejects.toThrow('needs an approval');
        expect((await world.open())?.state).toBe('pending');
      });
    });

    describe('of what went out past the votes', () => {
      it('is nothing by the portal where somebody let it out by hand past its request', async () => {
        await begin();
        const request = await world.held();
        world.control.form = 'none';
        world.control.dispatch();
        await world.round.look();
        expect((await world.engine.get(request.id)).request.state).toBe(
          'external',
        );
        world.control.form = 'all';
        await scale(3);
        expect((await world.open())?.state).toBe('pending');
        expect(await offered()).toBe('lane.restore.baseline.replicas');
      });

      it('is nothing by the portal where a lane was disarmed, let something out and was armed again', async () => {
        await begin();
        await world.manage('arm');
        await approved('v2');
        await world.manage('disarm');
        world.control.setImage('v666');
        await world.manage('arm');
        await scale(3);
        expect((await world.open())?.state).toBe('pending');
        expect(await offered()).toBe('lane.restore.baseline.replicas');
        // Back to what was approved is proved by its own votes.
        world.control.replicas = 1;
        world.control.setImage('v2');
        await world.round.look();
        expect(await offered()).toBe('lane.restore.return');
      });

      it('is nothing by the portal where it was decided past the rules', async () => {
        await begin();
        const request = await world.held();
        await world.engine.breakGlass({
          id: request.id,
          by: { userEntityRef: 'user:default/ann' },
          ifMatch: `${request.id}.${request.generation}.${request.version}`,
          subjectDigest: request.subjectDigest,
          reason: 'The payments of the whole shop are down',
        });
        const { request: done } = await world.settled(request.id);
        expect(done.state).toBe('applied');
        await scale(3);
        expect((await world.open())?.state).toBe('pending');
        expect(await offered()).toBe('lane.restore.baseline.replicas');
      });
    });

    /** Writes down that both clusters have what is rendered now, approved. */
    async function given(secondsFromNow: number) {
      const appliedAt = (await world.store.now()) + secondsFromNow * 1000;
      const digest = world.control.digest();
      await knex('approval_content').insert(
        world.control.clusters.map(cluster => ({
          source: LANE.source,
          policy_key: LANE.policyKey,
          cluster,
          digest,
          digest_without_replicas: digest,
          proven: true,
          approved: true,
          applied_at: appliedAt,
        })),
      );
    }

    /** What everybody is notified of once requests are looked at, with whom. */
    async function noticesOf(): Promise<string[]> {
      const sent: string[] = [];
      const { store, directory, logger } = world;
      await ApprovalNotices.create({
        knex,
        store,
        directory,
        logger,
        notifications: {
          async send({ recipients, payload }) {
            const to =
              recipients.type === 'entity' ? recipients.entityRef : 'all';
            sent.push(`${to}: ${payload.title}`);
          },
        },
      }).run();
      return sent;
    }
  },
);
