import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import {
  approvalWorld,
  voteOn,
  WorldOptions,
} from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { Fault } from '../__testUtils__/ScriptedTool';
import { settle } from '../__testUtils__/settle';
import { selectDueSteps } from './selectDueSteps';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Delivery on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  beforeEach(async () => {
    await knex('approval_request').delete();
    await knex('approval_stop').delete();
  });

  async function sealed(
    key: string,
    options: WorldOptions & {
      draft?: Parameters<typeof draftOf>[1];
      needs?: number;
    } = {},
  ) {
    const world = approvalWorld(knex, options);
    const { request } = await world.engine.open(draftOf(key, options.draft));
    world.tool.gate(key).needs = options.needs ?? 2;
    await world.engine.vote(voteOn({ request }, 'ann'));
    await world.engine.vote(voteOn({ request }, 'bob'));
    const state = async () => (await world.engine.get(request.id)).request;
    return { ...world, request, state };
  }

  it('sends one step after the other in the order of the votes, and says applied when each was seen', async () => {
    const world = await sealed('order');
    await settle(world);
    const { request, steps } = await world.engine.get(world.request.id);

    expect(world.tool.effective('order').map(({ who }) => who)).toEqual([
      'user:default/ann',
      'user:default/bob',
    ]);
    expect(request).toMatchObject({ state: 'applied', decision: 'approve' });
    expect(request.closedAt).toBeDefined();
    expect(steps.map(({ state }) => state)).toEqual(['observed', 'observed']);
  });

  it('closes a step that was not needed as such', async () => {
    const world = await sealed('surplus', { needs: 1 });
    await settle(world);
    const { request, steps } = await world.engine.get(world.request.id);

    expect(request.state).toBe('applied');
    expect(steps.map(({ state }) => state)).toEqual(['observed', 'not-needed']);
    expect(world.tool.log).toHaveLength(1);
  });

  it.each<[string, Fault[], number]>([
    ['a connection that broke after it was applied', ['applyThenDrop'], 0],
    ['a connection that broke before it was applied', ['drop'], 0],
    ['a tool that was not there', ['fail', 'fail', 'fail'], 0],
    [
      'each of two steps dropped after it was applied',
      ['applyThenDrop', 'applyThenDrop'],
      0,
    ],
    ['a tool that shows late what it took', ['applyThenDrop'], 3_000],
  ])(
    'S05: has one effect for each person in spite of %s',
    async (_, faults, settleMs) => {
      const world = await sealed('faults', { settleMs });
      world.tool.faults.push(...faults);
      await settle(world, 40);

      expect((await world.state()).state).toBe('applied');
      expect(world.tool.effective('faults').map(({ who }) => who)).toEqual([
        'user:default/ann',
        'user:default/bob',
      ]);
    },
  );

  it('reads what became of an ambiguous step before anything is sent again, and waits for it to settle', async () => {
    const world = await sealed('settle', { settleMs: 10_000 });
    world.tool.faults.push('drop');
    await world.worker.round();
    expect(await world.state()).toMatchObject({ state: 'unknown' });
    const reads = world.tool.reads;

    world.clock.ahead += 2_000;
    await world.worker.round();
    expect(world.tool.log).toHaveLength(1);
    expect(world.tool.reads).toBeGreaterThan(reads);
    world.clock.ahead += 9_000;
    await settle(world, 20);
    expect((await world.state()).state).toBe('applied');
  });

  it('S07: never says applied of what the tool took and did not do, and says that it is overdue', async () => {
    const world = await sealed('s07');
    world.tool.faults.push('ackWithoutApply');
    await settle(world, 40);
    world.clock.ahead += 130_000;
    await settle(world, 3);
    const { request, steps } = await world.engine.get(world.request.id);

    expect(request.state).toBe('delivering');
    expect(steps[0]).toMatchObject({
      state: 'sent',
      sentence: expect.objectContaining({ code: 'approval.step.overdue' }),
    });
    expect(world.tool.log).toHaveLength(1);
  });

  it.each(['continue', 'abandon'] as const)(
    'S07: halts what the tool took and never showed, for its owners to %s',
    async action => {
      const world = await sealed(`s07-${action}`);
      world.tool.faults.push('ackWithoutApply');
      await settle(world, 3);
      world.clock.ahead += 1_801_000;
      await settle(world, 1);
      const halted = await world.engine.get(world.request.id);
      expect(halted.request).toMatchObject({
        state: 'halted',
        halted: {
          sentence: { code: 'approval.halted.overdue' },
          owners: ['group:default/shop'],
          may: ['continue', 'abandon'],
        },
      });
      await expect(
        world.engine.resolve({
          ...voteOn(halted, 'eve'),
          action,
          reason: 'It is not mine',
        }),
      ).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
      await world.engine.resolve({
        ...voteOn(halted, 'ann'),
        action,
        reason: 'Looked at the tool',
      });
      await settle(world, 12);
      const ended = action === 'continue' ? 'applied' : 'failed';
      expect((await world.state()).state).toBe(ended);
      expect(world.tool.effective(world.request.gateKey)).toHaveLength(
        action === 'continue' ? 2 : 0,
      );
    },
  );

  it('S09: a voter who left the group before the sending does not count, and nothing is sent', async () => {
    const world = await sealed('s09');
    world.directory.people.set('user:default/ann', []);
    await settle(world);
    const { request, votes } = await world.engine.get(world.request.id);

    expect(request.state).toBe('pending');
    expect(
      votes.map(({ voter, status, reason }) => [voter, status, reason]),
    ).toEqual([
      ['user:default/ann', 'void', 'NOT_ELIGIBLE'],
      ['user:default/bob', 'counted', undefined],
    ]);
    expect(world.tool.log).toEqual([]);
  });

  it('S09: a voter who left the group before the seal is not counted for it', async () => {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(draftOf('s09-seal'));
    await world.engine.vote(voteOn({ request }, 'ann'));
    world.directory.people.delete('user:default/ann');
    const { snapshot } = await world.engine.vote(voteOn({ request }, 'bob'));
    expect(snapshot.request.state).toBe('pending');
  });

  it('S09: nothing is sent while the catalog cannot be read', async () => {
    const world = await sealed('s09-down');
    world.directory.down = true;
    await settle(world, 3);
    expect(world.tool.log).toEqual([]);
    expect((await world.state()).state).toBe('queued');
    world.directory.down = false;
    await settle(world);
    expect((await world.state()).state).toBe('applied');
  });

  it('S09: what was sent is looked at even while the catalog cannot be read', async () => {
    const world = await sealed('s09-look', { needs: 1 });
    await world.worker.round();
    world.directory.down = true;
    await settle(world, 3);
    const { steps } = await world.engine.get(world.request.id);
    expect(steps.map(({ state }) => state)).toEqual(['observed', 'queued']);
    world.directory.down = false;
    await settle(world);
    expect((await world.state()).state).toBe('applied');
  });

  it('S10: a run that was cancelled between the vote and the sending is asked nothing', async () => {
    const world = await sealed('s10');
    world.tool.gate('s10').state = 'cancelled';
    await settle(world);
    expect(await world.state()).toMatchObject({ state: 'cancelled' });
    expect(world.tool.log).toEqual([]);
  });

  it('S10: a gate about something else by now is asked nothing, and votes are collected anew', async () => {
    const world = await sealed('s10-reused');
    world.tool.gate('s10-reused').digest = 'd2';
    await settle(world);
    const { request, votes } = await world.engine.get(world.request.id);
    expect(request).toMatchObject({ state: 'pending', generation: 2 });
    expect(votes.map(({ status }) => status)).toEqual(['void', 'void']);
    expect(world.tool.log).toEqual([]);
  });

  it('S11: what somebody decided in the tool is external, with the name, and nothing is sent', async () => {
    const world = await sealed('s11');
    await world.engine.decidedElsewhere(world.request.id, {
      decision: 'approve',
      actor: { nativeId: 'zoe@tool', kind: 'user' },
    });
    await settle(world);
    expect(await world.state()).toMatchObject({
      state: 'external',
      closedBy: { nativeId: 'zoe@tool' },
    });
    expect(world.tool.log).toEqual([]);
    const trail = await knex('approval_audit')
      .where('request_id', world.request.id)
      .orderBy('seq', 'desc')
      .first();
    expect(trail).toMatchObject({
      action: 'request.external',
      actor: 'external:Tool:zoe@tool',
    });
  });

  it("S11: a time that ran out at the tool is nobody's decision", async () => {
    const world = await sealed('s11-expired');
    world.tool.gate('s11-expired').state = 'expired';
    await settle(world);
    expect((await world.state()).state).toBe('expired');
  });

  it('E16: one read that does not find a gate decides nothing, a second one five seconds later cancels', async () => {
    const world = approvalWorld(knex);
    const { engine, clock } = world;
    const { request } = await engine.open(draftOf('e16'));
    const why = { sentence: { code: 'x', params: {}, text: 'It is gone' } };
    expect((await engine.gateGone(request.id, why)).request.state).toBe(
      'pending',
    );
    expect((await engine.gateGone(request.id, why)).request.state).toBe(
      'pending',
    );
    await engine.gateSeen(request.id);
    clock.ahead += 6_000;
    expect((await engine.gateGone(request.id, why)).request.state).toBe(
      'pending',
    );
    clock.ahead += 6_000;
    expect((await engine.gateGone(request.id, why)).request.state).toBe(
      'cancelled',
    );
    // It was only thought to be gone: what waits again is asked again.
    expect((await engine.open(draftOf('e16'))).opened).toBe(true);
  });

  it('S13: a freeze keeps what has its votes held, takes back what is queued, and lets finish what was sent', async () => {
    const freeze = (from: number, to: number) => ({
      name: 'freeze',
      kind: 'deny' as const,
      timezone: 'UTC',
      from: new Date(from).toISOString().slice(0, 19),
      to: new Date(to).toISOString().slice(0, 19),
    });
    const hour = 3600_000;
    const now = Date.now();
    const windows = [freeze(now + hour, now + 2 * hour)];
    const queued = await sealed('s13-queued', {
      draft: { policy: { windows, recallMs: 2 * hour } },
    });
    const sent = await sealed('s13-sent', { draft: { policy: { windows } } });
    await sent.worker.round();
    const overrun = await sealed('s13-overrun', {
      draft: { policy: { windows, overrun: true, recallMs: 1.5 * hour } },
    });
    for (const world of [queued, sent, overrun]) {
      world.clock.ahead += 1.4 * hour;
      await world.engine.sweep();
    }
    expect(await queued.state()).toMatchObject({ state: 'held' });
    expect((await queued.state()).decision).toBeUndefined();
    expect((await sent.state()).state).toBe('delivering');
    expect((await overrun.state()).state).toBe('queued');

    const held = await sealed('s13-held', {
      draft: { policy: { windows } },
      clock: queued.clock,
    });
    expect((await held.state()).state).toBe('held');
    queued.clock.ahead += hour;
    await held.engine.sweep();
    await settle(held, 30);
    expect((await held.state()).state).toBe('applied');
  });

  it('E9: what is to have its effect later waits for that', async () => {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(draftOf('e9'));
    world.tool.gate('e9').needs = 2;
    const later = Date.now() + 3600_000;
    await world.engine.vote(voteOn({ request }, 'ann', { notBefore: later }));
    await world.engine.vote(voteOn({ request }, 'bob'));
    await world.engine.sweep();
    expect((await world.engine.get(request.id)).request.state).toBe('held');
    world.clock.ahead += 3601_000;
    await world.engine.sweep();
    await settle(world);
    expect((await world.engine.get(request.id)).request.state).toBe('applied');
  });

  it('S21: a step that the tool refuses, or that breaks in the portal, is put aside, and the others go on', async () => {
    const world = await sealed('s21-refused');
    world.tool.faults.push('refuse');
    await settle(world);
    expect((await world.state()).state).toBe('failed');

    const poison = await sealed('s21-throws', { needs: 9 });
    const healthy = await sealed('s21-well', {
      tool: poison.tool,
      clock: poison.clock,
    });
    const { send } = Object.getPrototypeOf(poison.adapters.of('gate'));
    jest
      .spyOn(poison.adapters.of('gate'), 'send')
      .mockImplementation(context =>
        context.request.gateKey === 's21-throws'
          ? Promise.reject(new TypeError('undefined is not a function'))
          : send.call(poison.adapters.of('gate'), context),
      );
    await settle(poison, 120);
    expect((await poison.state()).state).toBe('failed');
    expect((await healthy.state()).state).toBe('applied');
  });

  it('halts what cannot go on with a reason and whose work it is, and goes on after somebody said so', async () => {
    const world = await sealed('halt', {
      draft: { policy: { escalate: ['group:default/shop'] } },
    });
    world.tool.faults.push(...Array<Fault>(10).fill('fail'));
    await settle(world, 300);
    const halted = await world.engine.get(world.request.id);
    expect(halted.request).toMatchObject({
      state: 'halted',
      halted: { owners: ['group:default/shop'], may: ['continue', 'abandon'] },
    });
    // The trail keeps why, which the request says no more once it goes on.
    const [{ payload }] = await knex('approval_audit as a')
      .join('approval_audit_payload as p', 'p.seq', 'a.seq')
      .where({ request_id: world.request.id, action: 'request.halted' })
      .select('p.payload');
    expect(JSON.parse(payload)).toMatchObject({
      step: halted.steps[0].key,
      because: halted.request.halted?.sentence,
    });
    const command = { ...voteOn(halted, 'ann'), reason: 'It is back' };
    await expect(
      world.engine.resolve({
        ...command,
        ...voteOn(halted, 'eve'),
        action: 'continue',
      }),
    ).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
    await expect(
      world.engine.resolve({ ...command, reason: ' ', action: 'continue' }),
    ).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await expect(
      world.engine.resolve({ ...command, action: 'roll-back' }),
    ).rejects.toMatchObject({ code: 'NOT_HALTED' });
    await world.engine.resolve({ ...command, action: 'continue' });
    await settle(world, 40);
    expect((await world.state()).state).toBe('applied');
  });

  it('gives up what somebody abandons, and can be opened again then', async () => {
    const world = await sealed('abandon');
    world.tool.faults.push(...Array<Fault>(10).fill('fail'));
    await settle(world, 300);
    const halted = await world.engine.get(world.request.id);
    await world.engine.resolve({
      ...voteOn(halted, 'ann'),
      reason: 'The tool is gone',
      action: 'abandon',
    });
    expect((await world.state()).state).toBe('failed');
    expect((await world.engine.open(draftOf('abandon'))).opened).toBe(false);
    const again = await world.engine.open(draftOf('abandon', { reopen: true }));
    expect(again).toMatchObject({ opened: true, request: { generation: 2 } });
  });

  it.each([
    ['staging', true],
    ['production', true],
    ['test', false],
  ])(
    'does not look again and again at what a stop of %s holds, of all that it reaches: %s',
    async (environment, stopped) => {
      const { request } = await sealed(`stop-of-${environment}`, {
        draft: {
          detail: { ...draftOf('x').detail, environments: ['', 'staging'] },
        },
      });
      await knex('approval_stop').insert({
        id: `stop-of-${environment}`,
        environment,
        reason: 'Incident',
        by: 'user:default/ann',
        created_at: 0,
        until: Date.now() + 3600_000,
      });
      const due = await selectDueSteps(knex, Date.now() + 60_000, 100);
      expect(due.some(({ requestId }) => requestId === request.id)).toBe(
        !stopped,
      );
    },
  );

  it('holds everything of a scope while the line is stopped, and goes on when it is lifted', async () => {
    const world = await sealed('stop');
    await knex('approval_stop').insert({
      id: 'stop-1',
      environment: 'production',
      reason: 'Incident',
      by: 'user:default/ann',
      created_at: 0,
      until: Date.now() + 3600_000,
    });
    await settle(world, 3);
    expect(world.tool.log).toEqual([]);
    expect((await world.state()).state).toBe('queued');
    await knex('approval_stop').update({ lifted_at: 1, lifted_by: 'x' });
    await settle(world);
    expect((await world.state()).state).toBe('applied');
  });

  it('a worker that was paused for longer than its lease writes nothing over what its successor did', async () => {
    const world = await sealed('fence');
    world.tool.faults.push({ delay: 300 });
    const paused = world.worker.round();
    await new Promise(resolve => setTimeout(resolve, 100));
    // As if its lease had run out: another one takes the step up, and must not send it.
    world.clock.ahead += 60_000;
    const other = approvalWorld(knex, world);
    await other.worker.round();
    await paused;
    await settle(world, 30);

    expect((await world.state()).state).toBe('applied');
    expect(world.tool.effective('fence')).toHaveLength(2);
    const lines = world.tool.log.filter(({ who }) => who.endsWith('ann'));
    expect(lines.filter(({ effective }) => effective)).toHaveLength(1);
  });

  it('S14: nothing is sent without a committed row, and what failed to be written is taken up again', async () => {
    const world = await sealed('s14');
    const write = jest
      .spyOn(world.store, 'write')
      .mockRejectedValueOnce(
        Object.assign(new Error('full'), { code: 'SQLITE_FULL' }),
      );
    await world.worker.round();
    expect(world.tool.log).toEqual([]);
    write.mockRestore();
    await settle(world);
    expect((await world.state()).state).toBe('applied');
  });

  it('S14: a vote that cannot be written is refused as unavailable and leaves nothing behind', async () => {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(draftOf('s14-vote'));
    const broken = jest
      .spyOn(world.store, 'append')
      .mockRejectedValue(Object.assign(new Error('full'), { code: '53100' }));
    await expect(
      world.engine.vote(
        voteOn({ request }, 'ann', {
          idempotency: { key: 's14', fingerprint: 'f' },
        }),
      ),
    ).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', statusCode: 503 });
    broken.mockRestore();
    expect((await world.engine.get(request.id)).votes).toEqual([]);
    const retried = await world.engine.vote(
      voteOn({ request }, 'ann', {
        idempotency: { key: 's14', fingerprint: 'f' },
      }),
    );
    expect(retried).toMatchObject({ applied: true, replayed: false });
  });

  it('S17: of two hundred votes at once the stale and the forbidden ones fail alone', async () => {
    const world = approvalWorld(knex);
    const requests = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        world.engine.open(
          draftOf(`s17-${index}`, {
            policy: { require: { atLeast: 1, of: { owners: true } } },
            ...(index < 2 && {
              requesters: [
                {
                  nativeId: 'ann',
                  entityRef: 'user:default/ann',
                  kind: 'user',
                  role: 'trigger',
                },
              ],
            }),
          }),
        ),
      ),
    );
    const results = await Promise.allSettled(
      requests.map(({ request }, index) =>
        world.engine.vote(
          voteOn({ request }, 'ann', {
            channel: 'bulk',
            ...(index >= 197 && { subjectDigest: 'd0' }),
          }),
        ),
      ),
    );
    const codes = results.map(result =>
      result.status === 'fulfilled' ? 'sealed' : result.reason.code,
    );
    expect(codes.filter(code => code === 'sealed')).toHaveLength(195);
    expect(codes.filter(code => code === 'IS_REQUESTER')).toHaveLength(2);
    expect(codes.filter(code => code === 'SUBJECT_CHANGED')).toHaveLength(3);
    const audited = await knex('approval_audit')
      .whereIn('action', ['vote.counted', 'vote.refused', 'vote.stale'])
      .whereIn(
        'request_id',
        requests.map(({ request }) => request.id),
      );
    expect(audited).toHaveLength(200);
    expect(
      audited.filter(({ action }) => action === 'vote.stale'),
    ).toHaveLength(3);
  });

  it('S22: takes up what another replica left sent or ambiguous, and sends nothing again that was taken', async () => {
    const world = await sealed('s22');
    world.tool.faults.push('applyThenDrop');
    await world.worker.round();
    expect((await world.state()).state).toBe('unknown');
    const next = approvalWorld(knex, {
      tool: world.tool,
      clock: world.clock,
      directory: world.directory,
    });
    await settle(next);
    expect((await world.state()).state).toBe('applied');
    expect(world.tool.log.map(({ who }) => who)).toEqual([
      'user:default/ann',
      'user:default/bob',
    ]);
  });
});
