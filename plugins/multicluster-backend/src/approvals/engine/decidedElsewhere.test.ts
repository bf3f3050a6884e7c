import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'What was decided in the tool, on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    beforeEach(async () => {
      await knex('approval_request').delete();
    });

    it.each(['approve', 'reject'] as const)(
      'E19: keeps that it was to %s, whether nobody or enough people had decided here',
      async decision => {
        const world = approvalWorld(knex);
        const waits = await world.engine.open(draftOf('waits'));
        const queued = await world.engine.open(draftOf('queued'));
        await world.engine.vote(voteOn(queued, 'ann'));
        await world.engine.vote(voteOn(queued, 'bob'));
        for (const { request } of [waits, queued]) {
          await world.engine.decidedElsewhere(request.id, { decision });
          expect((await world.engine.get(request.id)).request).toMatchObject({
            state: 'external',
            decision,
          });
        }
      },
    );
  },
);
