import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { PullLedger } from './PullLedger';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('PullLedger on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it('gives no answer that is not the decision by now, however long the question was held up', async () => {
    const { engine } = approvalWorld(knex);
    const ledger = PullLedger.create(knex);
    const { request } = await engine.open(draftOf(`ledger-${id}`));
    await ledger.asked(request.id, 'ask');
    await engine.vote(voteOn({ request }, 'ann', { decision: 'reject' }));
    await knex('approval_step')
      .where('request_id', request.id)
      .update({ state: 'sent' });
    expect(await ledger.answered(request, 'approve')).toBeUndefined();
    expect(await ledger.answered(request, 'reject')).toBe('reject');
    // Given once, it is the same for whoever asks again.
    expect(await ledger.answered(request, 'approve')).toBe('reject');
  });
});
