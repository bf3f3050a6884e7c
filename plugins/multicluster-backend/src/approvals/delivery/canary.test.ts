import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { noticesOf } from '../notify/noticesOf';

jest.setTimeout(120_000);

const databases = testDatabases();
const CANARY = 'c4n4ry-0a1b2c3d4e5f';
const TABLES = [
  'request',
  'vote',
  'delivery',
  'step',
  'idempotency',
  'audit',
  'audit_payload',
];

describe.each(databases.eachSupportedId())('Secrets on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it.each([
    ['a header', `401 Authorization: Bearer ${CANARY}`],
    ['a cookie', `403 {"headers":"Cookie: theme=dark; session=${CANARY}"}`],
    ['an address', `GET https://tool.example/api?access=${CANARY} failed`],
    ['a body', `{"access_token":"${CANARY}"}`],
    ['a path', `open /home/${CANARY}/.kube/config: no such file`],
    ['lines', `boom\r\n\u001b[31mpassword=${CANARY}`],
  ])(
    'X07: a tool that quotes %s in its error puts it nowhere that is stored, logged or told',
    async (title, message) => {
      const world = approvalWorld(knex);
      const { request } = await world.engine.open(draftOf('quoted'));
      for (const name of ['ann', 'bob']) {
        const idempotency = { key: `${name}|${title}`, fingerprint: 'f' };
        await world.engine.vote(voteOn({ request }, name, { idempotency }));
      }
      const adapter = world.adapters.of('gate');
      const fail = () => Promise.reject(new Error(message));
      const preflight = jest
        .spyOn(adapter, 'preflight')
        .mockImplementation(fail);
      await settle(world, 4);
      preflight.mockRestore();
      jest.spyOn(adapter, 'send').mockImplementation(fail);
      jest.spyOn(adapter, 'observe').mockImplementation(fail);
      await settle(world, 8);
      const snapshot = await world.engine.get(request.id);

      expect(snapshot.request.state).toBe('unknown');
      for (const table of TABLES) {
        const rows = await knex(`approval_${table}`);
        expect(rows).not.toEqual([]);
        expect(JSON.stringify(rows)).not.toContain(CANARY);
      }
      const logged = Object.values(world.logger).flatMap(
        method => (method as jest.Mock).mock?.calls ?? [],
      );
      expect(JSON.stringify(logged)).not.toContain(CANARY);
      const told = noticesOf({ ...snapshot, owners: [], now: snapshot.readAt });
      expect(JSON.stringify(told)).not.toContain(CANARY);
      await knex('approval_request').delete();
      await knex('approval_audit').delete();
      await knex('approval_audit_payload').delete();
    },
  );

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
    const logged = Object.values(world.logger).flatMap(
      method => (method as jest.Mock).mock?.calls ?? [],
    );
    expect(logged).toEqual([]);
  });
});
