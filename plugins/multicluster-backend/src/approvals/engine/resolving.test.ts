import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Resolving on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it('goes by what halted as it was looked at: what halted anew has another reason', async () => {
    const { engine } = approvalWorld(knex);
    const { request } = await engine.open(draftOf(`resolving-${id}`));
    for (const name of ['ann', 'bob']) {
      await engine.vote(voteOn({ request }, name));
    }
    const halt = async (code: string) => {
      await knex('approval_step').update({ state: 'halted' });
      await knex('approval_delivery').update({ state: 'halted' });
      await knex('approval_request').update({
        state: 'halted',
        version: knex.raw('version + 1'),
        halted: JSON.stringify({
          sentence: sentence(code),
          owners: [],
          may: ['continue', 'abandon'],
        }),
      });
      return engine.get(request.id);
    };
    const first = await halt('approval.halted.step');
    const second = await halt('approval.halted.refused');
    const go = (looked: typeof first) =>
      engine.resolve({
        ...voteOn(looked, 'ann'),
        action: 'continue',
        reason: 'The tool is back',
      });
    await expect(go(first)).rejects.toMatchObject({ code: 'STALE_VERSION' });
    await expect(go(second)).resolves.toMatchObject({ applied: true });
  });

  it('tells who gave it up apart from their namesake', async () => {
    const { engine, directory } = approvalWorld(knex);
    const { request } = await engine.open(draftOf(`namesake-${id}`));
    const user = 'user:contractors/ann';
    directory.people.set(user, []);
    await knex('approval_request')
      .where({ id: request.id })
      .update({
        state: 'halted',
        decision: 'approve',
        halted: JSON.stringify({
          sentence: sentence('approval.halted.step'),
          owners: [],
          may: ['abandon'],
        }),
      });
    const { snapshot } = await engine.resolve({
      ...voteOn(await engine.get(request.id), 'ann'),
      by: { userEntityRef: user },
      action: 'abandon',
      reason: 'It is wrong',
    });
    expect(snapshot.request.sentence?.params).toMatchObject({
      actor: 'contractors/ann',
    });
  });
});
