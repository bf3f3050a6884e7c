import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { voteOn } from '../__testUtils__/approvalWorld';
import { HeldWorld, heldWorld, LANE } from '../__testUtils__/heldWorld';
import { DefaultStopBook } from '../stops/DefaultStopBook';
import { selectGivenContent } from './selectGivenContent';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('held dispatch on %p', id => {
  let knex: Knex;
  let world: HeldWorld;

  async function begin(options?: Parameters<typeof heldWorld>[1]) {
    knex = await databases.init(id);
    world = await heldWorld(knex, options);
    return world;
  }

  const formsOf = () =>
    world.control.log.map(({ form, clusters }) => [form, ...clusters]);

  it('asks about what is held, and releases it cluster by cluster when two have voted', async () => {
    const { control, vote, settled, open } = await begin();
    const request = await world.held();
    expect(request).toMatchObject({
      kind: 'lane',
      enforcement: 'enforced',
      environment: 'rest',
      title: 'shop to member1, member2',
      subject: {
        lane: { policy: LANE.policyKey, clusters: ['member1', 'member2'] },
        images: [
          {
            name: 'example.org/shop',
            version: 'v2',
            digest: null,
            unpinned: false,
          },
        ],
        manifests: { member1: control.digest(), member2: control.digest() },
      },
      detail: { waves: [['member1'], ['member2']] },
    });
    await vote('ann');
    expect(formsOf()).toEqual([['hold']]);
    await vote('bob');
    const { request: done, steps } = await settled(request.id);
    expect(done.state).toBe('applied');
    expect(steps.map(({ key, state }) => [key, state])).toEqual([
      ['cluster/member1', 'observed'],
      ['cluster/member2', 'observed'],
      ['hold', 'observed'],
    ]);
    expect(formsOf()).toEqual([
      ['hold'],
      ['release', 'member1'],
      ['release', 'member2'],
      ['hold'],
    ]);
    expect(control.log.map(({ by }) => by)).toEqual([
      'user:default/cid',
      'user:default/bob',
      'user:default/bob',
      'user:default/bob',
    ]);
    await world.round.look();
    expect(await open()).toBeUndefined();
  });

  it('is listed as armed, and as open, to whoever asks once that was done, although the source tells of it late', async () => {
    const { control, manage, lane } = await begin();
    control.listedAfterMs = 600;
    await manage('arm');
    expect(await lane()).toMatchObject({ state: 'armed' });
    await manage('disarm');
    expect(await lane()).toBeUndefined();
  });

  it('asks nothing about what was there when the lane was armed, nor about what it released', async () => {
    const { round, open, manage } = await begin();
    await manage('arm');
    await round.look();
    expect(await open()).toBeUndefined();
    const contents = await selectGivenContent(knex, LANE);
    expect(contents.map(item => [item.cluster, item.requestId])).toEqual([
      ['member1', undefined],
      ['member2', undefined],
    ]);
  });

  it('still knows which request was about what is there when the lane is armed again', async () => {
    const { vote, settled, manage, control } = await begin();
    const request = await world.held();
    await vote('ann');
    await vote('bob');
    await settled(request.id);
    await manage('disarm');
    await manage('arm');
    const contents = await selectGivenContent(knex, LANE);
    expect(
      contents
        .filter(({ digest }) => digest === control.digest())
        .map(item => [item.cluster, item.requestId]),
    ).toEqual([
      ['member1', request.id],
      ['member2', request.id],
    ]);
  });

  it('asks for the clusters alone of which something is held', async () => {
    const { control, round, open, manage } = await begin();
    await manage('arm');
    control.clusters = ['member1', 'member2', 'member3'];
    await round.look();
    expect((await open())?.subject.lane?.clusters).toEqual(['member3']);
  });

  it('S04: voids votes when what is held changes before it is decided', async () => {
    const { control, round, vote, open, engine } = await begin();
    const request = await world.held();
    await vote('ann');
    control.setImage('v3');
    await round.look();
    const after = (await open())!;
    expect(after).toMatchObject({
      id: request.id,
      generation: request.generation + 1,
      subject: { images: [{ version: 'v3' }] },
    });
    const { votes } = await engine.get(request.id);
    expect(votes.map(({ status }) => status)).toEqual(['void']);
    await expect(engine.vote(voteOn({ request }, 'bob'))).rejects.toMatchObject(
      { code: 'SUBJECT_CHANGED' },
    );
  });

  it('sends nothing when what is held changed between the last vote and the sending', async () => {
    const { control, vote, settled } = await begin();
    const request = await world.held();
    await vote('ann');
    await vote('bob');
    control.setImage('v3');
    const { request: after } = await settled(request.id, 3);
    expect(after.state).toBe('pending');
    expect(formsOf()).toEqual([['hold']]);
  });

  it('halts before the second cluster when the first is not well, and holds everything meanwhile', async () => {
    const { control, vote, settled } = await begin();
    const request = await world.held();
    control.health.set('member1', 'unhealthy');
    await vote('ann');
    await vote('bob');
    const { request: after } = await settled(request.id, 20);
    expect(after.state).toBe('halted');
    expect(after.halted).toMatchObject({
      sentence: { code: 'lane.halted.held' },
      may: ['continue', 'roll-back', 'abandon'],
    });
    expect(formsOf()).toEqual([['hold'], ['release', 'member1'], ['hold']]);
    expect(control.members.get('member2')).not.toBe(control.digest());
  });

  it('halts when a cluster does not come up in the time that its slowest workload has', async () => {
    const { control, vote, settled } = await begin();
    const request = await world.held();
    control.health.set('member1', 'progressing');
    await vote('ann');
    await vote('bob');
    const early = await settled(request.id, 20);
    expect(early.request.state).toBe('delivering');
    const { request: after } = await settled(request.id, 60);
    expect(after.state).toBe('halted');
    expect(after.halted?.sentence.text).toContain(
      'did not come up within 2 minutes',
    );
  });

  it('goes on where it halted once somebody says so', async () => {
    const { control, vote, settled, engine } = await begin();
    const request = await world.held();
    control.health.set('member1', 'unhealthy');
    await vote('ann');
    await vote('bob');
    const { request: halted } = await settled(request.id, 20);
    control.health.clear();
    await engine.resolve({
      id: request.id,
      by: { userEntityRef: 'user:default/ann' },
      ifMatch: `${halted.id}.${halted.generation}.${halted.version}`,
      action: 'continue',
      reason: 'it was a probe that is mended now',
    });
    const { request: done } = await settled(request.id, 30);
    expect(done.state).toBe('applied');
    expect(control.form).toBe('all');
  });

  it('S23: holds again at once what changed while it was released, and tells that nobody approved it', async () => {
    const { control, vote, settled } = await begin();
    const request = await world.held();
    await vote('ann');
    await vote('bob');
    control.beforeChange = () => {
      control.image = 'example.org/shop:v666';
      control.beforeChange = () => {};
    };
    const { request: after } = await settled(request.id, 4);
    expect(after.state).toBe('halted');
    expect(control.form).toBe('all');
    expect(control.members.get('member2')).not.toBe(control.digest());
    const incidents = await knex('approval_incident').select('kind');
    expect(incidents).toEqual([{ kind: 'UNAPPROVED_CONTENT' }]);
  });

  it('holds all of it between clusters while the line is stopped, and goes on after that', async () => {
    const { control, vote, settled, store, acting, round } = await begin();
    const request = await world.held();
    control.health.set('member1', 'progressing');
    await vote('ann');
    await vote('bob');
    await settled(request.id, 2);
    const stops = DefaultStopBook.create({ store, changed: () => {} });
    const until = new Date(Date.now() + 3600_000).toISOString();
    const stop = { scope: {}, reason: 'an outage', until };
    const { id: stopId } = await stops.stop(stop, acting('cid'));
    await round.look();
    expect(formsOf()).toEqual([['hold'], ['release', 'member1']]);
    control.health.clear();
    const { steps } = await settled(request.id, 4);
    expect(steps.map(({ state }) => state)).toEqual([
      'observed',
      'queued',
      'queued',
    ]);
    await round.look();
    await round.look();
    const stopped = [['hold'], ['release', 'member1'], ['hold']];
    expect(formsOf()).toEqual(stopped);
    const told = await knex('approval_audit').where(
      'action',
      'lane.held-again',
    );
    expect(told).toMatchObject([{ request_id: request.id, actor: 'system' }]);

    await stops.lift(stopId, { reason: 'over' }, acting('cid'));
    const { request: done } = await settled(request.id);
    expect(done.state).toBe('applied');
    expect(formsOf()).toEqual([...stopped, ['release', 'member2'], ['hold']]);
  });

  it('is held again at the end although the line was stopped while the last cluster was released', async () => {
    const { control, vote, settled, store, acting } = await begin();
    const request = await world.held();
    control.health.set('member2', 'progressing');
    await vote('ann');
    await vote('bob');
    await settled(request.id, 8);
    expect(formsOf().at(-1)).toEqual(['release', 'member2']);
    const stops = DefaultStopBook.create({ store, changed: () => {} });
    const until = new Date(Date.now() + 3600_000).toISOString();
    await stops.stop({ scope: {}, reason: 'an outage', until }, acting('cid'));
    control.health.clear();
    const { request: done } = await settled(request.id);
    expect(done.state).toBe('applied');
    expect(control.form).toBe('all');
  });

  it('reads before it sends again when the answer was lost, and releases once', async () => {
    const { control, vote, settled } = await begin();
    const request = await world.held();
    control.loseAnswer = true;
    await vote('ann');
    await vote('bob');
    const { request: done } = await settled(request.id, 20);
    expect(done.state).toBe('applied');
    expect(formsOf().filter(([form]) => form === 'release')).toEqual([
      ['release', 'member1'],
      ['release', 'member2'],
    ]);
  });

  it('compares anew and goes on when the policy was changed in between', async () => {
    const { control, vote, settled } = await begin();
    const request = await world.held();
    await vote('ann');
    await vote('bob');
    control.beforeChange = () => {
      control.version += 1;
      control.beforeChange = () => {};
    };
    const { request: done, steps } = await settled(request.id, 20);
    expect(done.state).toBe('applied');
    expect(steps[0].attempts).toBe(2);
  });

  it('lets somebody go on from wave to wave where the policy asks for it, and holds everything while they think', async () => {
    const { control, vote, settled, engine, lanes } = await begin({
      policy: {
        waves: { clusters: [['member2'], ['member1']], next: 'person' },
      },
    });
    const request = await world.held();
    await vote('ann');
    await vote('bob');
    const { request: asked } = await settled(request.id);
    expect(asked.halted?.sentence.code).toBe('lane.halted.person');
    expect(control.form).toBe('all');
    expect(control.members.get('member1')).not.toBe(control.digest());
    const { items } = await lanes.keeper.list({});
    expect(items[0].sentences).toMatchObject([
      { code: 'lane.halted.person', tone: 'hold' },
    ]);
    expect(
      items[0].clusters.map(({ cluster, state }) => [cluster, state]),
    ).toEqual([
      ['member1', 'held'],
      ['member2', 'released'],
    ]);
    await engine.resolve({
      id: request.id,
      by: { userEntityRef: 'user:default/ann' },
      ifMatch: `${asked.id}.${asked.generation}.${asked.version}`,
      action: 'continue',
      reason: 'the first wave looks well',
    });
    const { request: done, steps } = await settled(request.id, 20);
    expect(done.state).toBe('applied');
    expect(steps.map(({ key, state }) => [key, state])).toEqual([
      ['cluster/member2', 'observed'],
      ['hold/2', 'observed'],
      ['continue/2', 'not-needed'],
      ['cluster/member1', 'observed'],
      ['hold', 'observed'],
    ]);
  });

  it('lists a cluster of which nothing can be read as released once its wave is over', async () => {
    const { control, vote, settled, lane } = await begin({
      policy: {
        waves: { clusters: [['member2'], ['member1']], next: 'person' },
      },
    });
    const request = await world.held();
    control.health.set('member2', 'unproven');
    await vote('ann');
    await vote('bob');
    const { steps } = await settled(request.id);
    expect(steps[0]).toMatchObject({
      key: 'cluster/member2',
      state: 'unproven',
    });
    const { clusters } = await lane();
    expect(clusters.map(({ cluster, state }) => [cluster, state])).toEqual([
      ['member1', 'held'],
      ['member2', 'released'],
    ]);
  });

  it('releases nothing when it is rejected, and asks no more about the same', async () => {
    const { vote, settled, round, open } = await begin();
    const request = await world.held();
    await vote('ann', 'reject');
    const { request: done } = await settled(request.id);
    expect(done.state).toBe('rejected');
    expect(formsOf()).toEqual([['hold']]);
    await round.look();
    expect(await open()).toBeUndefined();
  });

  it('S11: recognises what somebody released by hand', async () => {
    const { control, round, engine } = await begin();
    const request = await world.held();
    control.form = 'none';
    control.dispatch();
    await round.look();
    const { request: after } = await engine.get(request.id);
    expect(after.state).toBe('external');
  });

  it('I13: takes a look that failed, or one in the middle of a change, for none', async () => {
    const { control, round, engine, clock } = await begin();
    const request = await world.held();
    control.unreadable = true;
    expect(await round.look()).toMatchObject({
      again: [],
      failed: [LANE],
    });
    clock.ahead += 6_000;
    await round.look();
    control.unreadable = false;
    control.settled = false;
    control.setImage('v3');
    expect(await round.look()).toMatchObject({
      again: [LANE],
      failed: [],
    });
    const { request: after } = await engine.get(request.id);
    expect(after).toMatchObject({ state: 'pending', generation: 1 });
  });

  it('closes what nobody has to decide any more after it was seen twice', async () => {
    const { control, round, engine, clock } = await begin();
    const request = await world.held();
    control.setImage('v1');
    await round.look();
    expect((await engine.get(request.id)).request.state).toBe('pending');
    clock.ahead += 6_000;
    await round.look();
    expect((await engine.get(request.id)).request.state).toBe('cancelled');
  });

  it('refuses to arm what somebody else manages, and says who', async () => {
    const { control, lanes, id: lane, acting, manage } = await begin();
    control.manager = 'some-gitops';
    const look = await lanes.keeper.manage(
      lane,
      { action: 'arm', dryRun: true },
      acting('cid'),
    );
    expect(look).toMatchObject({ done: false });
    expect(look!.resourceVersion).toBeUndefined();
    expect(look!.checks.find(({ ok }) => !ok)).toMatchObject({
      code: 'managed-elsewhere',
      sentence: { params: { managers: 'some-gitops' } },
    });
    await expect(manage('arm')).rejects.toMatchObject({
      code: 'PRECONDITION_REQUIRED',
    });
    expect(control.log).toEqual([]);
  });

  it.each`
    manager        | said                    | effects
    ${undefined}   | ${'lane.wouldBeTaken'}  | ${['lane.effect.sends', 'lane.effect.disarm', 'lane.effect.reach']}
    ${'argo-apps'} | ${'lane.wouldStayHeld'} | ${['lane.effect.reach']}
  `(
    'tells before it is disarmed what goes out, which is nothing where somebody else holds it as well: $manager',
    async ({ manager, said, effects }) => {
      const { lanes, control, acting, id: lane } = await begin();
      await world.held();
      control.manager = manager;
      const look = await lanes.keeper.manage(
        lane,
        { action: 'disarm', dryRun: true },
        acting('cid'),
      );
      expect(look).toMatchObject({
        checks: [{ ok: true, sentence: { code: said } }],
        effects: effects.map((code: string) => ({ code })),
      });
      expect(look?.effects).toHaveLength(effects.length);
    },
  );

  it('names what a deleted policy left held, and frees it when the lane is disarmed', async () => {
    const { control, round, manage, lane } = await begin();
    await manage('arm');
    await round.look();
    control.gone = true;
    await knex('inventory_policy').delete();
    expect(await lane()).toMatchObject({
      state: 'orphaned',
      workloads: [{ name: 'shop' }],
      sentences: [{ tone: 'bad', code: 'lane.view.orphaned' }],
    });
    const done = await manage('disarm');
    expect(done).toMatchObject({ done: true });
    expect(control.form).toBe('none');
    expect(await lane()).toBeUndefined();
  });

  it('leaves the intent and the outcome of arming in the trail', async () => {
    await begin();
    await world.manage('arm');
    await world.manage('disarm');
    const trail = await knex('approval_audit').orderBy('seq').pluck('action');
    expect(trail).toEqual([
      'lane.arm.asked',
      'lane.arm.applied',
      'lane.disarm.asked',
      'lane.disarm.applied',
    ]);
  });

  it('belongs to no entity that merely claims what it places', async () => {
    const { manage, lanes, id: lane } = await begin();
    await manage('arm');
    const { workload_id } = await knex('entity_match').first('workload_id');
    const claims = 'component:default/claims';
    await knex('entity_match').insert({
      entity_ref: claims,
      workload_id,
      rule: 'test',
      confirmed: false,
      reason: '{}',
    });
    const { items } = await lanes.keeper.list({ entityRefs: [claims] });
    expect(items).toEqual([]);
    expect(await lanes.keeper.ownersOf(lane)).toEqual([
      'component:default/shop',
    ]);
  });

  it('cancels the request of a lane that is disarmed', async () => {
    const { manage, round, engine } = await begin();
    const request = await world.held();
    await manage('disarm');
    await round.look();
    const { request: after } = await engine.get(request.id);
    expect(after.state).toBe('cancelled');
  });
});
