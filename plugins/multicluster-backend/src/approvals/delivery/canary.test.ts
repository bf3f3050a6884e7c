import { inspect } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ApprovalHints } from '../../hints/ApprovalHints';
import { HintNames } from '../../hints/HintNames';
import { HintPublisher } from '../../hints/HintPublisher';
import { approvalView } from '../../hints/viewNames';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { untilSeen } from '../../util/untilSeen';
import { ApprovalNotices } from '../notify/ApprovalNotices';
import { toStep } from '../views/toStep';

jest.setTimeout(120_000);

const databases = testDatabases();
const CANARY = 'c4n4ry-0a1b2c3d4e5f';
/** What a tool says besides, which people have to read to find out what is wrong. */
const HARMLESS = 'upstream-17 is out of order';
const TABLES = [
  'request',
  'vote',
  'delivery',
  'step',
  'idempotency',
  'audit',
  'audit_payload',
];

/** Arguments of all calls; errors as loggers write them. */
function linesOf(logger: object): string[] {
  return Object.values(logger).flatMap(method =>
    ((method as jest.Mock).mock?.calls ?? []).map((line: unknown[]) =>
      inspect(line),
    ),
  );
}

describe.each(databases.eachSupportedId())('Secrets on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  afterEach(async () => {
    for (const table of ['request', 'audit', 'audit_payload', 'notice']) {
      await knex(`approval_${table}`).delete();
    }
  });

  /** A world with everybody who hears of it: whoever reads its log, is notified, or listens to hints. */
  function overheard() {
    const names = HintNames.create('key');
    const notified: unknown[] = [];
    const published: unknown[] = [];
    const logger = mockServices.logger.mock();
    const publisher = HintPublisher.create({
      names,
      logger,
      signals: { publish: async hint => void published.push(hint) },
    });
    const hints = ApprovalHints.create({ knex, publisher, logger });
    const world = approvalWorld(knex, { changed: told => hints.changed(told) });
    const notices = ApprovalNotices.create({
      ...world,
      notifications: { send: async notice => void notified.push(notice) },
    });
    const heard: Record<string, string> = {};
    const hear = (where: string, what: unknown) => {
      heard[where] = `${heard[where] ?? ''}${JSON.stringify(what)}`;
    };
    return {
      ...world,
      names,
      heard,
      /** Everything that was stored, logged, answered or told by now: what is written over later was there as well. Its state. */
      async listen(requestId: string) {
        await notices.run();
        const before = published.length;
        hints.changed(requestId);
        const isPublished = await untilSeen(
          async () => published.length > before,
          { everyMs: 5, withinMs: 20_000 },
        );
        expect(isPublished).toBe(true);
        for (const table of TABLES) {
          hear(table, await knex(`approval_${table}`));
        }
        const { request, steps } = await world.engine.get(requestId);
        hear('answer', [request.sentence, request.halted, steps.map(toStep)]);
        hear('log', [world.logger, logger].flatMap(linesOf));
        hear('notices', notified);
        hear('hints', published);
        return request.state;
      },
      stop: () => publisher.stop(),
    };
  }

  /** Where it can be read. */
  const foundIn = (heard: Record<string, string>, text: string) =>
    Object.keys(heard).filter(where => heard[where].includes(text));

  it.each([
    ['a header', `401 Authorization: Bearer ${CANARY}`],
    ['a cookie', `403 {"headers":"Cookie: theme=dark; session=${CANARY}"}`],
    ['an address', `GET https://tool.example/api?access=${CANARY} failed`],
    ['a body', `{"access_token":"${CANARY}"}`],
    ['a path', `open /home/${CANARY}/.kube/config: no such file`],
    ['lines', `boom\r\n\u001b[31mpassword=${CANARY}`],
  ])(
    'X07: a tool that quotes %s in its error puts it nowhere that is stored, logged, answered or told',
    async (title, quoted) => {
      const world = overheard();
      const { request } = await world.engine.open(draftOf('quoted'));
      for (const name of ['ann', 'bob']) {
        const idempotency = { key: `${name}|${title}`, fingerprint: 'f' };
        await world.engine.vote(voteOn({ request }, name, { idempotency }));
      }
      const adapter = world.adapters.of('gate');
      const message = `${HARMLESS} ${quoted}`;
      const fail = (error: Error) => () => Promise.reject(error);
      const preflight = jest
        .spyOn(adapter, 'preflight')
        .mockImplementation(fail(new Error(message)));
      await settle(world, 2);
      await world.listen(request.id);
      preflight.mockRestore();
      jest.spyOn(adapter, 'send').mockImplementation(fail(new Error(message)));
      const observe = jest
        .spyOn(adapter, 'observe')
        .mockImplementation(fail(new Error(message)));
      await settle(world, 3);
      const onTheWay = await world.listen(request.id);
      world.directory.down = true;
      await settle(world, 8);
      world.directory.down = false;
      // A mistake of the portal's own ends it, so that there is an end to tell of.
      observe.mockImplementation(fail(new TypeError(message)));
      await settle(world, 8);
      const atTheEnd = await world.listen(request.id);
      world.stop();

      const { heard, names } = world;
      expect(foundIn(heard, CANARY)).toEqual([]);
      // What should be there is there, or that proves nothing.
      expect([onTheWay, atTheEnd]).toEqual(['unknown', 'failed']);
      expect(foundIn(heard, HARMLESS).sort()).toEqual([
        'answer',
        'audit_payload',
        'step',
      ]);
      expect(foundIn(heard, 'The catalog is away')).toEqual(['log']);
      expect(foundIn(heard, request.title)).toEqual(
        expect.arrayContaining(['request', 'notices']),
      );
      expect(foundIn(heard, names.of(approvalView(request.id)))).toEqual([
        'hints',
      ]);
      expect(foundIn(heard, request.id)).toEqual(
        expect.arrayContaining(TABLES.filter(of => of !== 'audit_payload')),
      );
    },
  );

  it('X07: a tool that quotes the credential of whoever votes, in words of its own, puts it nowhere either', async () => {
    const world = overheard();
    const { request } = await world.engine.open(
      draftOf('in-request', {
        delivery: 'in-request',
        policy: { require: { atLeast: 1, of: { owners: true } } },
      }),
    );
    jest
      .spyOn(world.adapters.of('gate'), 'send')
      .mockRejectedValue(new Error(`${HARMLESS}: ${CANARY} is nobody`));
    const vote = await world.engine.vote(
      voteOn({ request }, 'ann', { userCredential: CANARY }),
    );
    await world.listen(request.id);
    world.stop();

    const heard = { ...world.heard, vote: JSON.stringify(vote) };
    expect(foundIn(heard, CANARY)).toEqual([]);
    expect(foundIn(heard, HARMLESS)).toEqual(['audit_payload']);
  });

  it('X06: what somebody writes beside a vote is one line of the trail, whole, refused when it is longer than it may be, and in no log', async () => {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(draftOf('x06'));
    const begin = 'fine\r\n\u001b[2J{"level":"error"}\u2028';
    const upTo = (length: number) =>
      `${begin}${'x'.repeat(length - begin.length)}`;
    await expect(
      world.engine.vote(
        voteOn({ request }, 'ann', { comment: upTo(1_000_000) }),
      ),
    ).rejects.toThrow('A text has at most 4096 characters');
    await world.engine.vote(
      voteOn({ request }, 'ann', { comment: upTo(4096) }),
    );
    const { votes } = await world.engine.get(request.id);
    const { payload } = await knex('approval_audit as a')
      .join('approval_audit_payload as p', 'p.seq', 'a.seq')
      .where({ request_id: request.id, action: 'vote.counted' })
      .first('p.payload');

    expect(votes.map(({ comment }) => comment)).toEqual([upTo(4096)]);
    expect(payload).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(payload).comment).toBe(votes[0].comment);
    expect(linesOf(world.logger)).toEqual([]);
  });
});
