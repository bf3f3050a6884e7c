import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'Votes of those who lost the right, on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    it('E24: what stands on other votes is delivered, although its one step was in the name of somebody who left', async () => {
      const world = approvalWorld(knex);
      const adapter = world.adapters.of('gate');
      const plan = adapter.plan.bind(adapter);
      // A tool that counts nobody is told once, in the name of whoever voted last.
      jest
        .spyOn(adapter, 'plan')
        .mockImplementation((request, votes) => plan(request, votes).slice(-1));
      const later = Date.now() + 3600_000;
      const { request } = await world.engine.open(
        draftOf('bare', {
          policy: { require: { atLeast: 1, of: { owners: true } } },
        }),
      );
      await world.engine.vote(voteOn({ request }, 'ann', { notBefore: later }));
      await world.engine.vote(voteOn({ request }, 'bob'));
      world.clock.ahead += 3601_000;
      await world.engine.sweep();
      world.directory.people.set('user:default/bob', []);
      await settle(world);

      expect(world.tool.log.map(({ who }) => who)).toEqual([
        'user:default/ann',
      ]);
      const { request: ended, votes } = await world.engine.get(request.id);
      expect(ended.state).toBe('applied');
      expect(votes.map(({ status }) => status)).toEqual(['counted', 'void']);
    });

    it('S09: a vote that does not count for the seal is void by then, and its voter is in no step and no word of the trail', async () => {
      const world = approvalWorld(knex);
      const { request } = await world.engine.open(draftOf('seal'));
      await world.engine.vote(voteOn({ request }, 'ann'));
      world.directory.people.set('user:default/ann', []);
      await world.engine.vote(voteOn({ request }, 'bob'));
      const { snapshot } = await world.engine.vote(voteOn({ request }, 'cid'));

      expect(snapshot.request.state).toBe('queued');
      expect(
        snapshot.votes.map(({ voter, status }) => [voter, status]),
      ).toEqual([
        ['user:default/ann', 'void'],
        ['user:default/bob', 'counted'],
        ['user:default/cid', 'counted'],
      ]);
      expect(snapshot.steps.map(({ voter }) => voter)).toEqual([
        'user:default/bob',
        'user:default/cid',
      ]);
      const row = await knex('approval_audit as a')
        .join('approval_audit_payload as p', 'p.seq', 'a.seq')
        .where({ request_id: request.id, action: 'request.sealed' })
        .first('p.payload');
      expect(row.payload).toContain('bob');
      expect(row.payload).not.toContain('ann');
    });
  },
);
