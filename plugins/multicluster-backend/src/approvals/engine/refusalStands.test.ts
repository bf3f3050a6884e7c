import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('A refusal on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  /** Ann approved, Bob refused, and Ann took the refusal back that was decided. */
  async function recalledByAnother(key: string) {
    const world = approvalWorld(knex);
    const { engine } = world;
    const { request } = await engine.open(
      draftOf(key, { policy: { recallMs: 60_000 } }),
    );
    const now = () => engine.get(request.id);
    await engine.vote(voteOn({ request }, 'ann'));
    await engine.vote({ ...voteOn(await now(), 'bob'), decision: 'reject' });
    expect((await now()).request).toMatchObject({
      state: 'queued',
      decision: 'reject',
    });
    await engine.recall(voteOn(await now(), 'ann'));
    expect((await now()).request.state).toBe('pending');
    return { ...world, now };
  }

  it('that another took back within the recall window still counts: nothing is approved against it', async () => {
    const { engine, now } = await recalledByAnother('stands');
    await engine.vote(voteOn(await now(), 'ann'));
    await engine.vote(voteOn(await now(), 'cid'));

    const { request, votes } = await now();
    expect(request.state).toBe('pending');
    expect(
      votes.filter(
        ({ decision, status }) => decision === 'reject' && status === 'counted',
      ),
    ).toHaveLength(1);
  });

  it('that its voter takes back lets what enough had agreed to go on', async () => {
    const { engine, now } = await recalledByAnother('gives-way');
    await engine.vote(voteOn(await now(), 'ann'));
    await engine.vote(voteOn(await now(), 'cid'));
    await engine.withdraw(voteOn(await now(), 'bob'));
    expect((await now()).request.state).toBe('held');

    await engine.sweep();
    expect((await now()).request).toMatchObject({
      state: 'queued',
      decision: 'approve',
    });
  });
});
