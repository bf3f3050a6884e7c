import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { verifyAudit } from '../audit/verifyAudit';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('The trail on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  const trail = async (requestId: string) =>
    (
      await knex('approval_audit as a')
        .join('approval_audit_payload as p', 'p.seq', 'a.seq')
        .where('a.request_id', requestId)
        .orderBy('a.seq')
        .select('a.actor', 'a.action', 'p.payload')
    ).map(row => ({ ...row, payload: JSON.parse(row.payload) }));
  const actions = async (requestId: string) =>
    (await trail(requestId)).map(({ actor, action }) => `${actor} ${action}`);

  const freeze = (clock: { ahead: number }, days: number) => ({
    windows: [
      {
        name: 'year end',
        kind: 'deny' as const,
        timezone: 'UTC',
        from: moment(clock, -1),
        to: moment(clock, days),
      },
    ],
  });

  it('has the deciding vote before the decision', async () => {
    const { engine } = approvalWorld(knex);
    const { request } = await engine.open(draftOf('order'));
    await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote(voteOn({ request }, 'bob'));
    expect(await actions(request.id)).toEqual([
      'system request.opened',
      'user:default/ann vote.counted',
      'user:default/bob vote.counted',
      'user:default/bob request.sealed',
    ]);
  });

  it('says by which freeze an approved request is held and when it opens, and that it opened', async () => {
    const { clock, engine } = approvalWorld(knex);
    const policy = freeze(clock, 2);
    const { request } = await engine.open(draftOf('held', { policy }));
    await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote(voteOn({ request }, 'bob'));
    const entries = await trail(request.id);
    expect(entries.at(-1)).toMatchObject({
      actor: 'system',
      action: 'request.held',
      payload: {
        opens: `${policy.windows[0].to}:00.000Z`,
        because: {
          code: 'approval.window.frozen',
          params: { name: 'year end', opens: `${policy.windows[0].to}:00Z` },
        },
      },
    });
    clock.ahead += 3 * 24 * 3600_000;
    await engine.sweep();
    expect((await actions(request.id)).slice(-4)).toEqual([
      'user:default/bob vote.counted',
      'system request.held',
      'system window.opened',
      'system request.sealed',
    ]);
  });

  it('says until when an approval was asked to wait', async () => {
    const { clock, engine } = approvalWorld(knex);
    const notBefore = Date.now() + clock.ahead + 3600_000;
    const { request } = await engine.open(draftOf('later'));
    await engine.vote(voteOn({ request }, 'ann', { notBefore }));
    await engine.vote(voteOn({ request }, 'bob'));
    expect((await trail(request.id)).at(-1)).toMatchObject({
      action: 'request.held',
      payload: { notBefore, because: { code: 'approval.waiting.until' } },
    });
  });

  it('holds together', async () => {
    const verdict = await verifyAudit(knex);
    expect(verdict.findings).toEqual([]);
  });
});

/** Local time of a window, so many days from now. */
function moment({ ahead }: { ahead: number }, days: number): string {
  return new Date(Date.now() + ahead + days * 24 * 3600_000)
    .toISOString()
    .slice(0, 16);
}
