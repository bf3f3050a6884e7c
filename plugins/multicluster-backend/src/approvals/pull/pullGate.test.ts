import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { RequestSnapshot } from '../engine/ApprovalEngine';
import {
  GateWorld,
  gateWorld,
  NEXT_SECRET,
  OTHER_SECRET,
  stageOf,
} from '../__testUtils__/gateWorld';
import { voteOn } from '../__testUtils__/approvalWorld';
import { settle } from '../__testUtils__/settle';

jest.setTimeout(60_000);

const databases = testDatabases();
const RELEASE = { run: 'run-1', gate: 'release' };
const failing = (name: string, code?: string) =>
  expect.objectContaining({ name, ...(code && { code }) });

describe.each(databases.eachSupportedId())('A gate that is asked on %s', id => {
  let knex: Knex;
  let world: GateWorld;

  beforeEach(async () => {
    knex = await databases.init(id);
    world = await gateWorld(knex);
  });

  async function snapshot(): Promise<RequestSnapshot> {
    const { request } = await world.ask();
    return world.engine.get(request!);
  }

  async function vote(name: string, decision: 'approve' | 'reject') {
    await world.engine.vote(voteOn(await snapshot(), name, { decision }));
  }

  async function approved(): Promise<string> {
    await vote('ann', 'approve');
    await vote('bob', 'approve');
    await settle(world, 2);
    return (await world.ask()).request!;
  }

  describe('knows who asks', () => {
    it.each([
      ['nobody', undefined],
      ['a stranger', 'some other secret of somebody'],
      ['an empty secret', ''],
    ])('and tells %s nothing', async (_, secret) => {
      await expect(
        world.service.answer({
          secret,
          body: Buffer.from(JSON.stringify(RELEASE)),
        }),
      ).rejects.toEqual(failing('AuthenticationError'));
      expect(await knex('approval_request')).toEqual([]);
    });

    it('by each of several secrets, so that one can be replaced by the next', async () => {
      expect(await world.ask(RELEASE)).toMatchObject({ decision: 'wait' });
      expect(await world.ask(RELEASE, NEXT_SECRET)).toMatchObject({
        decision: 'wait',
      });
    });

    it('and tells an agent nothing of the runs of another', async () => {
      await expect(world.ask(RELEASE, OTHER_SECRET)).rejects.toEqual(
        failing('NotFoundError', 'run-not-observed'),
      );
    });

    it('and lets guesses of secrets not keep answers from who holds one', async () => {
      const guesses = await Promise.allSettled(
        Array.from({ length: 200 }, (_, at) =>
          world.ask(RELEASE, `a guess number ${at}`),
        ),
      );
      expect(
        guesses.filter(
          ({ status, ...rest }) =>
            status === 'rejected' &&
            'reason' in rest &&
            rest.reason.statusCode === 429,
        ).length,
      ).toBeGreaterThan(100);
      expect(await world.ask()).toMatchObject({ decision: 'wait' });
    });

    it('and bounds who holds one, too', async () => {
      const asked = await Promise.allSettled(
        Array.from({ length: 400 }, () => world.ask({ run: 'x', gate: 'no' })),
      );
      const codes = asked.map(item =>
        item.status === 'rejected' ? item.reason.code : undefined,
      );
      expect(codes).toContain('RATE_LIMITED');
    });
  });

  describe('believes nothing of a question', () => {
    it.each([
      ['no JSON', Buffer.from('{')],
      ['nothing', Buffer.alloc(0)],
      ['no run', Buffer.from('{"gate":"release"}')],
      ['a list', Buffer.from('["release"]')],
      ['a number', Buffer.from('{"run":1,"gate":"release"}')],
      [
        'a long text',
        Buffer.from(JSON.stringify({ run: 'r'.repeat(500), gate: 'release' })),
      ],
      ['a name nobody fixed', Buffer.from('{"run":"run-1","gate":"mine"}')],
    ])('that is %s', async (_, body) => {
      await expect(
        world.service.answer({ secret: 'the secret of the first agent', body }),
      ).rejects.toEqual(failing('InputError'));
    });

    it('of a run that was never observed, and looks for it', async () => {
      await expect(
        world.ask({ run: 'made-up', gate: 'release' }),
      ).rejects.toEqual(failing('NotFoundError', 'run-not-observed'));
      expect(world.woken).toEqual(['made-up']);
    });

    it('of a run of which only the entity says that it is its own', async () => {
      await expect(
        world.ask({ run: 'run-claimed', gate: 'release' }),
      ).rejects.toEqual(failing('NotAllowedError', 'MATCH_NOT_CONFIRMED'));
      expect(await knex('approval_request')).toEqual([]);
    });

    it('beside its names: the subject is what was observed', async () => {
      const { request } = await world.ask({
        ...RELEASE,
        commit: 'another',
        images: ['evil:v1'],
      });
      const opened = await world.engine.get(request!);
      expect(opened.request).toMatchObject({
        kind: 'pull',
        identityMode: 'pull',
        enforcement: 'cooperative',
        delivery: 'worker',
        requesters: [
          { nativeId: 'rita', entityRef: 'user:default/rita', role: 'author' },
        ],
        subject: {
          commit: 'abc',
          images: [{ name: 'shop', version: 'v2' }],
          targets: ['prod'],
        },
        detail: { rejectRollsBack: true },
        entities: [{ entityRef: 'component:default/shop', confirmed: true }],
      });
      expect(opened.request.refusal).toBeUndefined();
    });
  });

  describe('opens a request', () => {
    it('once, however often and from wherever it is asked', async () => {
      await Promise.all(Array.from({ length: 20 }, () => world.ask()));
      expect(await knex('approval_request')).toHaveLength(1);
      expect(await knex('approval_pull')).toMatchObject([{ stage_id: 'ask' }]);
    });

    it('not before the run was seen at a stage that can ask', async () => {
      await world.observe({ stages: [stageOf('ask')] });
      expect(await world.ask()).toEqual({
        decision: 'wait',
        reason: 'NOT_OBSERVED_YET',
      });
      expect(world.woken).toEqual(['run-1']);
      expect(await knex('approval_request')).toEqual([]);
    });

    it('of which it says why nobody may vote', async () => {
      world.platform.refusal = 'PERMISSIONS_DISABLED';
      expect(await world.ask()).toMatchObject({
        decision: 'wait',
        reason: 'PERMISSIONS_DISABLED',
      });
    });
  });

  describe('answers', () => {
    it('wait, until enough people agreed and their decision was taken up', async () => {
      expect(await world.ask()).toMatchObject({ decision: 'wait' });
      await vote('ann', 'approve');
      expect(await world.ask()).toMatchObject({ decision: 'wait' });
      await vote('bob', 'approve');
      expect(await world.ask()).toMatchObject({ decision: 'wait' });
      await settle(world, 2);
      expect(await world.ask()).toMatchObject({ decision: 'approved' });
    });

    it('no, when somebody rejected', async () => {
      await vote('ann', 'reject');
      await settle(world, 2);
      expect(await world.ask()).toMatchObject({ decision: 'rejected' });
    });

    it('the same again until the stage ends, as a restart runs the script anew', async () => {
      await approved();
      expect(await world.ask()).toMatchObject({ decision: 'approved' });
      expect(await world.ask()).toMatchObject({ decision: 'approved' });
      const [row] = await knex('approval_pull');
      expect(row).toMatchObject({ answer: 'approve' });
    });

    it('is applied when the stage went on, and never because it asked', async () => {
      const request = await approved();
      await settle(world, 3);
      expect((await world.engine.get(request)).request.state).toBe(
        'delivering',
      );
      await world.observe({
        stages: [
          stageOf('ask', { status: 'succeeded' }),
          stageOf('deploy', { status: 'running' }),
        ],
      });
      await settle(world, 3);
      expect((await world.engine.get(request)).request.state).toBe('applied');
      await expect(world.ask()).rejects.toEqual(failing('ConflictError'));
    });

    it('is applied when the stage was told, and went on, while its run was read', async () => {
      await vote('ann', 'approve');
      await vote('bob', 'approve');
      await settle(world, 1);
      const { request } = await snapshot();
      world.reading.before = async () => {
        world.reading.before = async () => {};
        expect(await world.ask()).toMatchObject({ decision: 'approved' });
        await world.observe({
          stages: [
            stageOf('ask', { status: 'succeeded' }),
            stageOf('deploy', { status: 'running' }),
          ],
        });
      };
      await settle(world, 3);
      expect((await world.engine.get(request.id)).request.state).toBe(
        'applied',
      );
    });

    it('is not over because the portal forgot the run', async () => {
      const request = await approved();
      const forget = (from: string, to: string) =>
        knex('inventory_run').where('key', from).update({ key: to });
      await forget('run-1', 'gone');
      await settle(world, 3);
      expect((await world.engine.get(request)).request.state).toBe(
        'delivering',
      );
      await forget('gone', 'run-1');
      await world.observe({
        stages: [stageOf('ask', { status: 'succeeded' })],
      });
      await settle(world, 10);
      expect((await world.engine.get(request)).request.state).toBe('applied');
    });

    it('is halted where a stage goes on that was rejected', async () => {
      await vote('ann', 'reject');
      await settle(world, 2);
      const { request } = await world.ask();
      await world.observe({
        stages: [stageOf('ask', { status: 'succeeded' }), stageOf('deploy')],
      });
      await settle(world, 3);
      const { request: after } = await world.engine.get(request!);
      expect(after).toMatchObject({
        state: 'halted',
        halted: { sentence: { code: 'pull.ignored' } },
      });

      await world.round.look();
      expect((await world.engine.get(request!)).request.state).toBe('halted');
      await world.observe({ status: 'succeeded' });
      await world.round.look();
      expect((await world.engine.get(request!)).request).toMatchObject({
        state: 'external',
        decision: 'approve',
      });
    });

    it('wait, while the line is stopped, but not for what was answered', async () => {
      await vote('ann', 'approve');
      await vote('bob', 'approve');
      await settle(world, 2);
      world.line.stopped = true;
      expect(await world.ask()).toMatchObject({
        decision: 'wait',
        reason: 'LINE_STOPPED',
      });
      world.line.stopped = false;
      expect(await world.ask()).toMatchObject({ decision: 'approved' });
      world.line.stopped = true;
      expect(await world.ask()).toMatchObject({ decision: 'approved' });
    });

    it.each([
      ['expired', 'EXPIRED'],
      ['superseded', 'SUPERSEDED'],
    ])('no to a request that is %s', async (state, reason) => {
      const { request } = await world.ask();
      await knex('approval_request')
        .where({ id: request })
        .update({ state, closed_at: 1 });
      expect(await world.ask()).toMatchObject({ decision: 'rejected', reason });
    });
  });

  describe('answers nothing', () => {
    it('once the run was seen to be over', async () => {
      await approved();
      await world.observe({ status: 'cancelled' });
      await expect(world.ask()).rejects.toEqual(
        failing('ConflictError', 'FINAL'),
      );
    });

    it('when the tool says that the run has left the stage, though nobody observed it yet', async () => {
      await vote('ann', 'approve');
      await vote('bob', 'approve');
      await settle(world, 2);
      await world.says({ status: 'running', detail: 'rolling-back' });
      await expect(world.ask()).rejects.toEqual(
        failing('ConflictError', 'FINAL'),
      );
      expect(await knex('approval_pull')).toMatchObject([{ answer: null }]);
    });

    it('when the tool cannot be read', async () => {
      await vote('ann', 'approve');
      await vote('bob', 'approve');
      await settle(world, 2);
      world.tool.down = true;
      await expect(world.ask()).rejects.toEqual(
        failing('ServiceUnavailableError', 'PROVIDER_STALE'),
      );
      world.tool.down = false;
      expect(await world.ask()).toMatchObject({ decision: 'approved' });
    });

    it('to a second stage that asks by the name of the first', async () => {
      await approved();
      const next = [
        stageOf('ask', { status: 'succeeded' }),
        stageOf('ask-again', { status: 'running', requires: ['ask'] }),
      ];
      // Right after the first has ended, before anybody observed that.
      await world.says({ stages: next });
      await expect(world.ask()).rejects.toEqual(failing('ConflictError'));
      await world.observe({ stages: next });
      await expect(world.ask()).rejects.toEqual(failing('ConflictError'));
      expect(await world.ask({ ...RELEASE, gate: 'second' })).toMatchObject({
        decision: 'wait',
      });
    });

    it('once it is another change than was decided about', async () => {
      await vote('ann', 'approve');
      await vote('bob', 'approve');
      await settle(world, 2);
      await world.observeFact({
        artifacts: [{ kind: 'image', name: 'shop', version: 'v3' }],
      });
      await expect(world.ask()).rejects.toEqual(
        failing('ConflictError', 'SUBJECT_CHANGED'),
      );
      expect(await knex('approval_pull')).toMatchObject([{ answer: null }]);
    });

    it('while a decision is taken up anew, which may be recalled', async () => {
      await vote('ann', 'approve');
      await vote('bob', 'approve');
      await settle(world, 2);
      await knex('approval_step').update({ state: 'ambiguous' });
      expect(await world.ask()).toMatchObject({ decision: 'wait' });
      expect(await knex('approval_pull')).toMatchObject([{ answer: null }]);
    });
  });

  it('delivers nothing to a script that has long stopped to ask', async () => {
    await vote('ann', 'approve');
    await vote('bob', 'approve');
    await knex('approval_pull').update({ asked_at: 1 });
    await settle(world, 3);
    const [step] = await knex('approval_step');
    expect(step.state).not.toBe('sent');
  });
});
