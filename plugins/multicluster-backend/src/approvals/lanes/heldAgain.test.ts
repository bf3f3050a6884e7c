import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { voteOn } from '../__testUtils__/approvalWorld';
import { HeldWorld, heldWorld } from '../__testUtils__/heldWorld';
import { selectRequestParts } from '../views/selectRequestParts';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'what a release that stopped leaves of a lane on %p',
  id => {
    let knex: Knex;
    let world: HeldWorld;

    /** Approved by two; member1 is released and well, and member2 comes next. */
    async function betweenWaves(options?: Parameters<typeof heldWorld>[1]) {
      knex = await databases.init(id);
      world = await heldWorld(knex, options);
      const request = await world.held();
      await world.vote('ann');
      await world.vote('bob');
      world.clock.ahead += options?.policy?.recallMs ?? 0;
      for (let round = 0; round < 10; round++) {
        const { steps } = await world.settled(request.id, 1);
        if (steps[0].state === 'observed') {
          break;
        }
      }
      expect(world.control.form).toEqual(['member2']);
      return request;
    }

    const resolve = async (
      requestId: string,
      action: 'continue' | 'roll-back' | 'abandon',
    ) => {
      const { request } = await world.engine.get(requestId);
      await world.engine.resolve({
        id: requestId,
        by: { userEntityRef: 'user:default/ann' },
        ifMatch: `${request.id}.${request.generation}.${request.version}`,
        action,
        reason: 'a test',
      });
    };

    const told = async () =>
      knex('approval_audit').where('action', 'lane.held-again');

    const incidents = async () =>
      knex('approval_incident').whereNull('closed_at').pluck('kind');

    it('holds it again when what the next wave would get is not what was approved, so that no edit gets out after it', async () => {
      const request = await betweenWaves();
      world.control.overrides.set('member2', 'example.org/shop:other');
      const { request: after } = await world.settled(request.id, 2);
      expect(after.state).toBe('halted');
      expect(world.control.form).toBe('all');
      expect(await told()).toMatchObject([
        { request_id: request.id, actor: 'system' },
      ]);
      const approved = world.control.members.get('member1');
      world.control.setImage('v666');
      expect(world.control.members.get('member1')).toBe(approved);
      expect(await incidents()).toEqual([]);
    });

    it('tells of what reached the first cluster together with what halted the second', async () => {
      const request = await betweenWaves();
      world.control.setImage('v666');
      const { request: after } = await world.settled(request.id, 2);
      expect(after.state).toBe('halted');
      expect(world.control.form).toBe('all');
      expect(await incidents()).toEqual(['UNAPPROVED_CONTENT']);
    });

    it.each`
      code
      ${'not-permitted'}
      ${'rate-limited'}
    `(
      'holds it again when the release of the next wave is $code',
      async ({ code }) => {
        const request = await betweenWaves();
        world.control.refuses.set('member2', code);
        for (let round = 0; round < 12; round++) {
          world.clock.ahead += 60_000;
          await world.settled(request.id, 1);
        }
        const { request: after } = await world.engine.get(request.id);
        expect(after.state).toBe('halted');
        expect(world.control.form).toBe('all');
      },
    );

    it('holds it again when a voter on whom it rests may vote no more', async () => {
      const request = await betweenWaves();
      await knex('approval_step')
        .where({ key: 'cluster/member2' })
        .update({ voter: 'user:default/bob' });
      world.directory.people.delete('user:default/bob');
      const { request: after } = await world.settled(request.id, 2);
      expect(after.state).toBe('halted');
      expect(world.control.form).toBe('all');
    });

    it('halts, and holds it again, when the wave before does not get well within its time', async () => {
      const request = await betweenWaves();
      world.control.health.set('member1', 'unhealthy');
      const { request: early } = await world.settled(request.id, 3);
      expect(early.state).toBe('delivering');
      const { request: after } = await world.settled(request.id, 10);
      expect(after.state).toBe('halted');
      expect(after.halted?.sentence.code).toBe('lane.halted.held');
      expect(world.control.form).toBe('all');
    });

    describe('how long the wave before may take to get well again', () => {
      /** Ninety seconds is what it has. */
      async function notWellForLong() {
        const request = await betweenWaves();
        world.control.health.set('member1', 'progressing');
        await world.settled(request.id, 38);
        expect((await world.engine.get(request.id)).request.state).toBe(
          'delivering',
        );
        return request;
      }

      const stateAfter = async (requestId: string, rounds: number) =>
        (await world.settled(requestId, rounds)).request.state;

      it('begins anew after a while in which nobody looked', async () => {
        const request = await notWellForLong();
        world.clock.ahead += 2 * 3_600_000;
        expect(await stateAfter(request.id, 30)).toBe('delivering');
        expect(await stateAfter(request.id, 30)).toBe('halted');
      });

      it('begins anew once it was well, and the next was to be sent', async () => {
        const request = await notWellForLong();
        world.control.health.delete('member1');
        world.control.refuses.set('member2', 'rate-limited');
        const { steps } = await world.settled(request.id, 1);
        expect(steps[1]).toMatchObject({ state: 'queued', attempts: 1 });
        world.control.refuses.clear();
        world.control.health.set('member1', 'progressing');
        expect(await stateAfter(request.id, 20)).toBe('delivering');
      });

      it('begins anew when somebody continues what halted for another reason', async () => {
        const request = await notWellForLong();
        world.control.overrides.set('member2', 'example.org/shop:other');
        expect(await stateAfter(request.id, 1)).toBe('halted');
        world.control.overrides.clear();
        await resolve(request.id, 'continue');
        expect(await stateAfter(request.id, 20)).toBe('delivering');
      });
    });

    it('holds it again while its next wave does not get to go, and goes on after that', async () => {
      const request = await betweenWaves();
      world.directory.down = true;
      await world.settled(request.id, 2);
      await world.round.look();
      expect(world.control.form).toEqual(['member2']);
      world.clock.ahead += 61_000;
      await world.round.look();
      expect(world.control.form).toBe('all');
      world.directory.down = false;
      const { request: done } = await world.settled(request.id, 12);
      expect(done.state).toBe('applied');
      expect(world.control.form).toBe('all');
    });

    it('holds it again at the end although the catalog is away', async () => {
      const request = await betweenWaves();
      for (let round = 0; round < 10; round++) {
        const { steps } = await world.settled(request.id, 1);
        if (steps[1].state === 'observed') {
          break;
        }
      }
      expect(world.control.form).toEqual(['member1']);
      world.directory.down = true;
      const { request: done } = await world.settled(request.id, 6);
      expect(done.state).toBe('applied');
      expect(world.control.form).toBe('all');
      expect(world.control.log.at(-1)?.by).toBe('user:default/cid');
    });

    it('holds again at the next look what could not be held when it halted, and was given up since', async () => {
      const request = await betweenWaves();
      world.control.overrides.set('member2', 'example.org/shop:other');
      world.directory.down = false;
      world.control.beforeChange = () => {
        world.control.version += 1;
      };
      const { request: halted } = await world.settled(request.id, 2);
      expect(halted.state).toBe('halted');
      expect(world.control.form).toEqual(['member2']);
      world.control.beforeChange = () => {};
      await resolve(request.id, 'abandon');
      await world.round.look();
      expect(world.control.form).toBe('all');
    });

    /** Both clusters are released and well, and holding again comes next. */
    async function beforeHolding() {
      const request = await betweenWaves();
      for (let round = 0; round < 10; round++) {
        const { steps } = await world.settled(request.id, 1);
        if (steps[1].state === 'observed') {
          break;
        }
      }
      expect(world.control.form).toEqual(['member1']);
      return request;
    }

    it('holds it at the end in the name of who armed it where the last voter may do nothing there any more', async () => {
      const request = await beforeHolding();
      world.control.forbidden.add('user:default/bob');
      const { request: done } = await world.settled(request.id, 4);
      expect(done.state).toBe('applied');
      expect(world.control.form).toBe('all');
      expect(world.control.log.at(-1)?.by).toBe('user:default/cid');
    });

    it.each(['halted', 'given up'])(
      'holds it at a later look where the hold at its end was refused, and it is %s',
      async how => {
        const request = await beforeHolding();
        world.control.forbidden.add('user:default/bob');
        world.control.forbidden.add('user:default/cid');
        const { request: halted, steps } = await world.settled(request.id, 4);
        expect(halted.state).toBe('halted');
        expect(steps.at(-1)).toMatchObject({ key: 'hold', state: 'halted' });
        if (how === 'given up') {
          await resolve(request.id, 'abandon');
        }
        await world.round.look();
        expect(world.control.form).toEqual(['member1']);
        world.control.forbidden.delete('user:default/cid');
        await world.round.look();
        expect(world.control.form).toBe('all');
        const approved = world.control.members.get('member2');
        world.control.setImage('v666');
        expect(world.control.members.get('member2')).toBe(approved);
      },
    );

    it('holds it when the hold at its end was undone, and is waited for no more', async () => {
      const request = await beforeHolding();
      while (world.control.form !== 'all') {
        await world.settled(request.id, 1);
      }
      world.control.form = ['member1'];
      world.clock.ahead += 31 * 60_000;
      const { request: halted } = await world.settled(request.id, 1);
      expect(halted.state).toBe('halted');
      expect(world.control.form).toBe('all');
    });

    it('leaves alone what somebody opens by hand after that', async () => {
      const request = await betweenWaves();
      world.control.overrides.set('member2', 'example.org/shop:other');
      await world.settled(request.id, 2);
      await resolve(request.id, 'abandon');
      expect(world.control.form).toBe('all');
      world.clock.ahead += 1_000;
      world.control.form = ['member2'];
      await world.round.look();
      expect(world.control.form).toEqual(['member2']);
    });

    it('follows what is held again after somebody rolled back and took that back', async () => {
      const request = await betweenWaves({ policy: { recallMs: 600_000 } });
      world.control.overrides.set('member2', 'example.org/shop:other');
      const { request: halted } = await world.settled(request.id, 2);
      expect(halted.state).toBe('halted');
      await resolve(request.id, 'roll-back');
      await world.engine.recall({
        ...voteOn(await world.engine.get(request.id), 'ann'),
      });
      const { request: back, steps } = await world.engine.get(request.id);
      expect(back.state).toBe('pending');
      expect(steps.map(({ state }) => state)).toEqual(['recalled']);
      const parts = await selectRequestParts(knex, [request.id]);
      expect(parts[0].steps).toMatchObject([{ key: 'hold' }]);
      await world.round.look();
      expect((await world.engine.get(request.id)).request).toMatchObject({
        state: 'pending',
        generation: back.generation + 1,
        subject: { lane: { clusters: ['member2'] } },
      });
    });

    it('tells of content that nobody approved although the release halted', async () => {
      const request = await betweenWaves();
      world.control.health.set('member1', 'unhealthy');
      await world.settled(request.id, 12);
      expect((await world.engine.get(request.id)).request.state).toBe('halted');
      world.control.form = ['member2'];
      world.control.listedAfterMs = 0;
      world.control.setImage('v666');
      world.control.beforeChange = () => {
        world.control.version += 1;
      };
      await world.round.look();
      expect(await incidents()).toEqual(['UNAPPROVED_CONTENT']);
    });
  },
);
