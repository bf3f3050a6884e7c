import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Voting on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  beforeEach(async () => {
    await knex('approval_request').delete();
  });

  const code = (expected: string) =>
    expect.objectContaining({ code: expected });

  async function opened(key: string, more: Parameters<typeof draftOf>[1] = {}) {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(draftOf(key, more));
    return { ...world, request };
  }

  it('opens one request of a gate, however often it is seen', async () => {
    const { engine, request } = await opened('open');
    const again = await Promise.all(
      [1, 2, 3].map(() => engine.open(draftOf('open'))),
    );
    expect(again.map(({ opened: isNew }) => isNew)).toEqual([
      false,
      false,
      false,
    ]);
    expect(again.every(item => item.request.id === request.id)).toBe(true);
  });

  it('S01: fifty identical requests are one vote with one answer, and the version grows once', async () => {
    const { engine, request, store } = await opened('s01');
    const command = voteOn({ request }, 'ann', {
      idempotency: { key: 'click-s01', fingerprint: 'f' },
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => engine.vote(command)),
    );

    const texts = answers.map(({ replayed, ...answer }) =>
      JSON.stringify(answer),
    );
    expect(new Set(texts).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const { request: after, votes } = await store.snapshot(request.id);
    expect(votes).toHaveLength(1);
    expect(after.version).toBe(request.version + 1);
  });

  it('S01, S15: a key that is used for something else, or by somebody else, is refused', async () => {
    const { engine, request, store } = await opened('s15');
    const idempotency = { key: 'click-s15', fingerprint: 'f' };
    await engine.vote(voteOn({ request }, 'ann', { idempotency }));

    await expect(
      engine.vote(
        voteOn({ request }, 'ann', {
          idempotency: { ...idempotency, fingerprint: 'g' },
        }),
      ),
    ).rejects.toEqual(code('IDEMPOTENCY_MISMATCH'));
    await expect(
      engine.vote(voteOn({ request }, 'bob', { idempotency })),
    ).rejects.toEqual(code('IDEMPOTENCY_MISMATCH'));
    const { votes } = await store.snapshot(request.id);
    expect(votes.map(({ voter }) => voter)).toEqual(['user:default/ann']);
  });

  it('takes what was read while the permission was judged, and reads again where somebody voted meanwhile', async () => {
    const { engine, request, directory, store } = await opened('prepared', {
      policy: { recallMs: 60_000 },
    });
    const read = jest.spyOn(directory, 'read');
    const prepared = (name: string) => {
      const command = voteOn({ request }, name);
      return { ...command, grounds: engine.prepare(request.id, command.by) };
    };
    const [ann, bob] = [prepared('ann'), prepared('bob')];
    await Promise.all([ann.grounds, bob.grounds]);

    await engine.vote(ann);
    expect(read).toHaveBeenCalledTimes(2);
    await engine.vote(bob);
    expect(read).toHaveBeenCalledTimes(3);
    const { votes } = await store.snapshot(request.id);
    expect(votes.map(({ voter }) => voter)).toEqual([
      'user:default/ann',
      'user:default/bob',
    ]);
  });

  it('S15: a captured request with a new key is told that the decision is sealed, and is late once it was delivered', async () => {
    const world = await opened('s15-late', { policy: { recallMs: 60_000 } });
    const { engine, request, clock } = world;
    await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote(voteOn({ request }, 'bob'));
    const sealed = await engine.get(request.id);
    expect(sealed.request).toMatchObject({
      state: 'queued',
      decision: 'approve',
    });

    await expect(engine.vote(voteOn(sealed, 'bob'))).rejects.toEqual(
      code('DECISION_SEALED'),
    );
    clock.ahead += 61_000;
    await settle(world);
    const applied = await engine.get(request.id);
    expect(applied.request.state).toBe('applied');
    const late = await engine.vote(voteOn(applied, 'cid'));
    expect(late.applied).toBe(false);
    expect(late.snapshot.votes.at(-1)).toMatchObject({
      voter: 'user:default/cid',
      status: 'late',
    });
    expect(late.snapshot.request.state).toBe('applied');
  });

  it('S04: a vote on what was there before the subject changed is refused with the digest as it is now', async () => {
    const { engine, request, store } = await opened('s04');
    await engine.vote(voteOn({ request }, 'ann'));
    const { subject } = request;
    await engine.subjectChanged(request.id, {
      subject: { ...subject, commit: 'def' },
      subjectDigest: 'd2',
    });

    await expect(engine.vote(voteOn({ request }, 'bob'))).rejects.toMatchObject(
      {
        code: 'SUBJECT_CHANGED',
        statusCode: 409,
        details: { digest: 'd2' },
      },
    );
    const after = await store.snapshot(request.id);
    expect(after.request).toMatchObject({ generation: 2, state: 'pending' });
    expect(after.votes.map(({ status }) => status)).toEqual(['void']);
  });

  it('S04: an older generation with the digest of today is refused as stale', async () => {
    const { engine, request } = await opened('s04-etag');
    await expect(
      engine.vote(voteOn({ request }, 'ann', { ifMatch: `${request.id}.7.1` })),
    ).rejects.toMatchObject({ code: 'STALE_VERSION', statusCode: 412 });
  });

  it.each([
    ['the requester', 'rita', 'IS_REQUESTER'],
    ['somebody of another group', 'eve', 'NOT_ELIGIBLE'],
    ['somebody whom the catalog does not know', 'zoe', 'NOT_IN_CATALOG'],
    ['the guest', 'guest', 'GUEST'],
  ])(
    'E12: refuses %s and keeps that in the trail',
    async (_, name, expected) => {
      const { engine, request } = await opened(`e12-${name}`);
      await expect(
        engine.vote(voteOn({ request }, name)),
      ).rejects.toMatchObject({
        code: expected,
        statusCode: 403,
      });
      const trail = await knex('approval_audit').where(
        'request_id',
        request.id,
      );
      expect(trail.map(({ action }) => action)).toContain('vote.refused');
      const { votes } = await engine.get(request.id);
      expect(votes).toEqual([]);
    },
  );

  it('E12: refuses whoever acts in the name of a person, and services', async () => {
    const { engine, request } = await opened('e12-actor');
    await expect(
      engine.vote(
        voteOn({ request }, 'ann', {
          by: { userEntityRef: 'user:default/ann', actsFor: 'plugin:mcp' },
        }),
      ),
    ).rejects.toEqual(code('ACTING_FOR_SOMEBODY'));
    await expect(
      engine.vote(voteOn({ request }, 'ann', { by: {} })),
    ).rejects.toEqual(code('NOT_A_USER'));
  });

  it('E3: a rejection takes back what was agreed to, as long as nobody took it up', async () => {
    const world = await opened('e3', { policy: { recallMs: 60_000 } });
    const { engine, request, tool, clock } = world;
    await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote(voteOn({ request }, 'bob'));
    const sealed = await engine.get(request.id);
    await engine.vote(voteOn(sealed, 'cid', { decision: 'reject' }));
    clock.ahead += 61_000;
    await settle(world);

    expect((await engine.get(request.id)).request).toMatchObject({
      state: 'rejected',
      decision: 'reject',
    });
    expect(tool.log.map(({ who, verdict }) => [who, verdict])).toEqual([
      ['user:default/cid', 'reject'],
    ]);
  });

  it('E5: a decisive vote that is withdrawn takes the decision back', async () => {
    const { engine, request } = await opened('e5', {
      policy: { recallMs: 60_000 },
    });
    await engine.vote(voteOn({ request }, 'ann'));
    const { snapshot } = await engine.vote(voteOn({ request }, 'bob'));
    const after = await engine.withdraw(voteOn(snapshot, 'bob'));

    expect(after.snapshot.request.state).toBe('pending');
    expect(after.snapshot.request.decision).toBeUndefined();
    expect(after.snapshot.steps.map(({ state }) => state)).toEqual([
      'recalled',
      'recalled',
    ]);
    const again = await engine.vote(voteOn(after.snapshot, 'cid'));
    expect(again.snapshot.request.state).toBe('queued');
  });

  it('E6: within the recall window a voter takes the decision back, and nobody is asked anything', async () => {
    const world = await opened('e6', { policy: { recallMs: 60_000 } });
    const { engine, request, tool, clock } = world;
    await engine.vote(voteOn({ request }, 'ann'));
    const { snapshot } = await engine.vote(voteOn({ request }, 'bob'));
    await expect(engine.recall(voteOn(snapshot, 'eve'))).rejects.toEqual(
      code('NOT_ELIGIBLE'),
    );
    const back = await engine.recall(voteOn(snapshot, 'ann'));
    clock.ahead += 120_000;
    await settle(world);

    expect(back.snapshot.request.state).toBe('pending');
    expect(
      back.snapshot.votes.map(({ voter, status }) => [voter, status]),
    ).toEqual([
      ['user:default/ann', 'withdrawn'],
      ['user:default/bob', 'counted'],
    ]);
    expect(tool.log).toEqual([]);
  });

  it('E6: what was sent is not taken back', async () => {
    const world = await opened('e6-late');
    const { engine, request } = world;
    await engine.vote(voteOn({ request }, 'ann'));
    const { snapshot } = await engine.vote(voteOn({ request }, 'bob'));
    await world.worker.round();
    await expect(engine.recall(voteOn(snapshot, 'ann'))).rejects.toEqual(
      code('TOO_LATE'),
    );
  });

  it('E13: nobody decides after the deadline, even before anybody looked', async () => {
    const { engine, request, clock } = await opened('e13', {
      policy: { expiresAfterMs: 60_000 },
    });
    clock.ahead += 61_000;
    const { applied, snapshot } = await engine.vote(voteOn({ request }, 'ann'));
    expect(applied).toBe(false);
    expect(snapshot.request.state).toBe('expired');
    expect(snapshot.votes[0].status).toBe('late');
  });

  it('E13: what waits until its deadline expires, and what was sealed before is honoured', async () => {
    const world = await opened('e13-sweep', {
      policy: { expiresAfterMs: 60_000, recallMs: 120_000 },
    });
    const { engine, request, clock } = world;
    const other = await engine.open(
      draftOf('e13-open', { policy: { expiresAfterMs: 60_000 } }),
    );
    await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote(voteOn({ request }, 'bob'));
    clock.ahead += 61_000;
    await engine.sweep();

    expect((await engine.get(other.request.id)).request.state).toBe('expired');
    expect((await engine.get(request.id)).request.state).toBe('queued');
    const reopened = await engine.open(draftOf('e13-open'));
    expect(reopened.opened).toBe(false);
  });

  it('E26: deciding past the rules needs a reason, goes past quorum and windows, and is looked at by somebody else', async () => {
    const world = await opened('e26', {
      policy: {
        windows: [
          {
            name: 'freeze',
            kind: 'deny',
            timezone: 'UTC',
            from: '00:00',
            to: '24:00',
          },
        ],
      },
    });
    const { engine, request } = world;
    const command = {
      ...voteOn({ request }, 'eve'),
      reason: 'The shop is down and this brings it back',
    };
    await expect(
      engine.breakGlass({ ...command, reason: 'urgent' }),
    ).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
      message: "A reason is needed: 'reason' takes at least 20 characters",
      details: { field: 'reason', minLength: '20' },
    });
    await expect(
      engine.breakGlass({ ...command, subjectDigest: 'd0' }),
    ).rejects.toEqual(code('SUBJECT_CHANGED'));
    await engine.breakGlass(command);
    await settle(world);
    const after = await engine.get(request.id);
    expect(after.request).toMatchObject({
      state: 'applied',
      breakGlass: { by: 'user:default/eve', reason: command.reason },
    });

    const review = { ...voteOn(after, 'eve'), comment: 'It was right' };
    await expect(engine.review(review)).rejects.toEqual(code('IS_REQUESTER'));
    const reviewed = await engine.review({
      ...review,
      ...voteOn(after, 'ann'),
    });
    expect(reviewed.snapshot.request.breakGlass).toMatchObject({
      reviewedBy: 'user:default/ann',
    });
  });

  it('keeps a trail without a gap of everything that happened', async () => {
    const rows = await knex('approval_audit').orderBy('seq').select('seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual(
      rows.map((_, index) => index + 1),
    );
    expect(rows.length).toBeGreaterThan(20);
  });
});
