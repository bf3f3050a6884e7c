import { inspect } from 'node:util';
import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { waitingGate } from '../../__testUtils__/waitingRun';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { GateWorld, gateWorld, stageOf } from '../__testUtils__/gateWorld';
import { voteOn } from '../__testUtils__/approvalWorld';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Gates that are seen on %s', id => {
  let knex: Knex;
  let world: GateWorld;

  beforeEach(async () => {
    knex = await databases.init(id);
    world = await gateWorld(knex);
  });

  const gate = (more: Partial<Gate> = {}): Gate => ({
    ...waitingGate,
    version: '1',
    ...more,
  });

  /** What is stored of the gate of a run, as an observation would leave it. */
  async function seen(more: Partial<Gate> = {}, key = 'run-1') {
    const shown = gate(more);
    await world.observe(
      {
        status: 'waiting',
        stages: [
          stageOf('approve', {
            kind: 'approval',
            status: 'waiting',
            gate: shown,
          }),
        ],
      },
      key,
    );
    const run = await knex('inventory_run').where({ key }).first('id');
    await knex('inventory_gate')
      .insert({
        run_id: run.id,
        gate_id: shown.id,
        state: shown.state,
        actionable: shown.actionable,
        opened_at: 1,
        gate: JSON.stringify(shown),
      })
      .onConflict(['run_id', 'gate_id'])
      .merge();
  }

  const requests = () =>
    knex('approval_request').orderBy('created_at').select('*');
  const newest = async () => {
    const row = (await requests()).at(-1)!;
    return world.engine.get(row.id);
  };

  it('opens a request of a gate that waits, and one only, whoever looks', async () => {
    await seen();
    await Promise.all([world.round.look(), world.round.look()]);
    await world.round.look();
    expect(await requests()).toMatchObject([
      { kind: 'gate', state: 'pending', gate_key: 'gate|tool|run-1|approve|1' },
    ]);
  });

  it('collects no votes where the tool decides, and says so', async () => {
    await seen();
    await world.round.look();
    const { request } = await newest();
    expect(request).toMatchObject({
      identityMode: 'deep-link',
      delivery: 'none',
      refusal: 'DECIDED_IN_TOOL',
    });
    await expect(
      world.engine.vote(voteOn({ request }, 'ann')),
    ).rejects.toMatchObject({ code: 'DECIDED_IN_TOOL' });
  });

  it('collects votes where the tool sees each person', async () => {
    world.tool.impersonates = true;
    await seen({
      identityModes: ['impersonated', 'deep-link'],
      approvers: ['ann', 'bob'].map(nativeId => ({ nativeId, kind: 'user' })),
    });
    await world.round.look();
    expect((await newest()).request).toMatchObject({
      identityMode: 'impersonated',
      delivery: 'worker',
    });
    expect((await newest()).request.refusal).toBeUndefined();
  });

  it('collects none where the tool lists fewer people than the policy asks for', async () => {
    world.tool.impersonates = true;
    await seen({ identityModes: ['impersonated', 'deep-link'] });
    await world.round.look();
    expect((await newest()).request).toMatchObject({
      refusal: 'POLICY_UNSATISFIABLE',
      detail: { missing: [{ needed: 2, found: 1 }] },
    });
  });

  it('collects none on a gate of which only the entity says that it is its own, until somebody confirms that', async () => {
    world.tool.impersonates = true;
    const modes = { identityModes: ['impersonated' as const] };
    await seen(modes, 'run-claimed');
    await world.round.look();
    expect((await newest()).request.refusal).toBe('MATCH_NOT_CONFIRMED');
    await knex('pipeline_match').update({ confirmed: true });
    await seen({ ...modes, description: 'looked at again' }, 'run-claimed');
    await world.round.look();
    expect((await newest()).request.refusal).toBeUndefined();
  });

  it('collects votes as soon as the platform decides there as the person, on what was open before too', async () => {
    const modes = { identityModes: ['impersonated' as const] };
    await seen(modes);
    await world.round.look();
    expect((await newest()).request).toMatchObject({
      refusal: 'DECIDED_IN_TOOL',
      delivery: 'none',
    });
    world.tool.impersonates = true;
    await seen({ ...modes, description: 'looked at again' });
    await world.round.look();
    expect((await newest()).request).toMatchObject({
      delivery: 'worker',
      identityMode: 'impersonated',
    });
    expect((await newest()).request.refusal).not.toBe('DECIDED_IN_TOOL');
  });

  it('opens none of a gate that is nobody’s, has not begun, or has no effect any more', async () => {
    await seen({ actionable: false });
    await knex('pipeline_match').where({ rule: 'test' }).delete();
    await seen({}, 'run-claimed');
    await world.round.look();
    expect(await requests()).toEqual([]);
  });

  it('S11: somebody approves in the tool, so that it is decided elsewhere, by whom it says', async () => {
    await seen();
    await world.round.look();
    await seen({
      state: 'approved',
      actionable: false,
      decisions: [
        {
          actor: { nativeId: 'olivia', kind: 'user' },
          verdict: 'approved',
          listed: true,
        },
      ],
    });
    const { id: runId } = await knex('inventory_run')
      .where({ key: 'run-1' })
      .first('id');
    await world.round.look({ runIds: [runId] });
    expect((await newest()).request).toMatchObject({
      state: 'external',
      closedBy: { nativeId: 'olivia' },
    });
  });

  it.each([
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
    ['orphaned', 'cancelled'],
  ] as const)(
    'calls a gate that is %s nobody’s decision',
    async (state, expected) => {
      await seen();
      await world.round.look();
      await seen({ state, actionable: false });
      await world.round.look();
      expect((await newest()).request.state).toBe(expected);
      expect((await newest()).request.closedBy).toBeUndefined();
    },
  );

  describe('E16: of a gate that is not there any more', () => {
    const gone = () => world.observe({ status: 'running', stages: [] });
    const state = async () => (await newest()).request.state;

    beforeEach(async () => {
      await seen();
      await world.round.look();
      await gone();
    });

    it('concludes nothing from one read, and cancels by another five seconds later', async () => {
      await world.round.look();
      await world.round.look();
      expect(await state()).toBe('pending');
      world.clock.ahead += 5_001;
      await world.round.look();
      expect(await state()).toBe('cancelled');
    });

    it('concludes nothing while the tool cannot be read', async () => {
      world.tool.down = true;
      await world.round.look();
      world.clock.ahead += 10_000;
      await world.round.look();
      expect(await state()).toBe('pending');
    });

    it('X07: says in the log why the tool cannot be read, without what that quotes of the request', async () => {
      world.tool.down = true;
      world.tool.says = '503 to Authorization: Bearer c4n4ry';
      await world.round.look();
      const lines = inspect(world.logger.warn.mock.calls);
      expect(lines).toContain('503');
      expect(lines).not.toContain('c4n4ry');
    });

    it('goes on when it is seen again', async () => {
      await world.round.look();
      await seen();
      await world.round.look();
      await gone();
      world.clock.ahead += 10_000;
      await world.round.look();
      expect(await state()).toBe('pending');
    });

    it('believes a fresh answer of the tool more than what is stored', async () => {
      await world.says({
        stages: [stageOf('approve', { kind: 'approval', gate: gate() })],
      });
      await world.round.look();
      world.clock.ahead += 10_000;
      await world.round.look();
      expect(await state()).toBe('pending');
    });
  });

  describe('E19: of what halted after something was sent', () => {
    const waits = {
      identityModes: ['impersonated' as const],
      approvers: ['ann', 'bob'].map(nativeId => ({
        nativeId,
        kind: 'user' as const,
      })),
    };
    const by = (nativeId: string): Partial<Gate> => ({
      ...waits,
      state: 'approved',
      actionable: false,
      decisions: [
        {
          actor: { nativeId, kind: 'user' },
          verdict: 'approved',
          listed: true,
        },
      ],
    });

    beforeEach(async () => {
      world.tool.impersonates = true;
      await seen(waits);
      await world.round.look();
      await world.engine.vote(voteOn(await newest(), 'ann'));
      await world.engine.vote(voteOn(await newest(), 'bob'));
      await knex('approval_step')
        .where('voter', 'user:default/ann')
        .update({ state: 'halted', sent_at: 1 });
      await knex('approval_delivery').update({ state: 'halted' });
      await knex('approval_request').update({
        state: 'halted',
        halted: JSON.stringify({
          sentence: { code: 'approval.halted.overdue', params: {}, text: '' },
          owners: [],
          may: ['continue', 'abandon'],
        }),
      });
    });

    it('leaves it to its owners while the gate waits', async () => {
      await world.round.look();
      expect((await newest()).request.state).toBe('halted');
    });

    it('calls it applied where the tool names one of those in whose name it was sent', async () => {
      await seen(by('ann'));
      await world.round.look();
      const { request, steps } = await newest();
      expect(request).toMatchObject({ state: 'applied', decision: 'approve' });
      expect(request.closedAt).toBeDefined();
      expect(request.closedBy).toBeUndefined();
      expect(steps.map(({ state }) => state)).toEqual([
        'observed',
        'not-needed',
      ]);
    });

    it('knows who that is by their address where the tool knows people by nothing else, and waits for the catalog', async () => {
      world.platform.nameOf = ({ email }) => email;
      world.directory.emails.set('user:default/ann', 'ann@example.com');
      await seen(by('ann@example.com'));
      world.directory.down = true;
      await world.round.look();
      expect((await newest()).request.state).toBe('halted');
      world.directory.down = false;
      await world.round.look();
      expect((await newest()).request.state).toBe('applied');
    });

    it.each(['olivia', 'bob'])(
      'calls it decided elsewhere where the tool names %s alone, in whose name nothing was sent',
      async name => {
        await seen(by(name));
        await world.round.look();
        expect((await newest()).request).toMatchObject({
          state: 'external',
          closedBy: { nativeId: name },
        });
      },
    );

    it('calls it what ended it where nobody decided', async () => {
      await seen({ ...waits, state: 'expired', actionable: false });
      await world.round.look();
      expect((await newest()).request.state).toBe('expired');
    });

    it('cancels it where the gate is gone in two reads five seconds apart', async () => {
      await world.observe({ status: 'running', stages: [] });
      await world.round.look();
      expect((await newest()).request.state).toBe('halted');
      world.clock.ahead += 5_001;
      await world.round.look();
      expect((await newest()).request.state).toBe('cancelled');
    });
  });

  describe('whose run is stored no more', () => {
    const state = async () => (await newest()).request.state;
    const later = async () => {
      world.clock.ahead += 5_001;
      await world.round.look();
    };
    const empty = async () => {
      await knex('inventory_gate').delete();
      await knex('inventory_run').delete();
      await knex('inventory_lane').delete();
    };
    const reading = (checkpoint: string | null) => ({
      facet: 'runs',
      name: 'again',
      subject: 'Runs',
      checkpoint,
    });

    const asked: Array<[string, () => Promise<void>]> = [
      [
        'of a gate',
        async () => {
          await seen();
          await world.round.look();
        },
      ],
      [
        'of a stage that asks',
        async () => {
          await world.ask();
        },
      ],
    ];

    describe.each(asked)('%s', (_, begin) => {
      it.each([
        ['pending', {}],
        ['queued', { decision: 'approve', sealed_at: 1 }],
        [
          'halted',
          {
            decision: 'approve',
            halted: JSON.stringify({
              sentence: { code: 'approval.halted.step', params: {}, text: '' },
              owners: [],
              may: ['continue', 'abandon'],
            }),
          },
        ],
      ] as const)(
        'waits while %s until its source was read again, and ends only when that did not have it',
        async (was, columns) => {
          await begin();
          await knex('approval_request').update({ state: was, ...columns });
          const { id: source } = await knex('inventory_source')
            .where({ name: 'tool' })
            .first('id');
          await empty();
          await world.round.look();
          await later();
          expect(await state()).toBe(was);
          await knex('inventory_lane').insert([
            { ...reading(null), source_id: source },
            { ...reading('1'), source_id: source, name: 'others' },
          ]);
          await later();
          await later();
          expect(await state()).toBe(was);
          await knex('inventory_lane').update({ checkpoint: '1' });
          await later();
          expect(await state()).toBe(was);
          await later();
          expect(await state()).toBe('cancelled');
        },
      );
    });
  });

  describe('a stage that asks', () => {
    const state = async () => (await newest()).request.state;

    beforeEach(async () => {
      await world.ask();
    });

    it.each([
      ['its own limit ends it', { status: 'failed' as const }, 'expired'],
      ['it was stopped', { status: 'cancelled' as const }, 'cancelled'],
      ['it went on without us', { status: 'succeeded' as const }, 'cancelled'],
    ])('waits for nobody once %s', async (_, stage, expected) => {
      await world.observe({ stages: [stageOf('ask', stage)] });
      await world.round.look();
      expect(await state()).toBe(expected);
    });

    it('waits for nobody once its run was cancelled, although the script goes on asking', async () => {
      await world.observe({ status: 'running', detail: 'rolling-back' });
      await world.round.look();
      expect(await state()).toBe('cancelled');
    });

    it('E14: begins anew when it is about something else, and votes count no more', async () => {
      await world.engine.vote(voteOn(await newest(), 'ann'));
      await world.observeFact({
        artifacts: [{ kind: 'image', name: 'shop', version: 'v3' }],
      });
      await world.round.look();
      const { request, votes } = await newest();
      expect(request).toMatchObject({ state: 'pending', generation: 2 });
      expect(request.subject.images).toMatchObject([{ version: 'v3' }]);
      expect(votes).toMatchObject([{ status: 'void' }]);
    });

    it('keeps votes when more is known of the same', async () => {
      await world.engine.vote(voteOn(await newest(), 'ann'));
      await world.observe({ summary: 'now with a summary' });
      await world.round.look();
      expect((await newest()).votes).toMatchObject([{ status: 'counted' }]);
    });

    it('is passed by a newer run of the pipeline', async () => {
      const run = await knex('inventory_run').where({ key: 'run-1' }).first();
      const { id: _, ...row } = run;
      await knex('inventory_run').insert({
        ...row,
        hash: 'newer',
        key: 'run-2',
        status: 'queued',
        created_at: Number(run.created_at) + 1,
      });
      await world.round.look();
      expect(await state()).toBe('superseded');
      expect(await world.ask()).toMatchObject({
        decision: 'rejected',
        reason: 'SUPERSEDED',
      });
    });
  });
});
