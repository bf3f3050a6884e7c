import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'E27: a source that is away on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    beforeEach(async () => {
      await knex('approval_request').delete();
    });

    async function opened(
      key: string,
      more: Parameters<typeof draftOf>[1] = {},
    ) {
      const away = new Set<string>();
      const world = approvalWorld(knex, {
        sight: { unreadable: async () => away },
      });
      const { request } = await world.engine.open(draftOf(key, more));
      return { ...world, away, request };
    }

    it('takes no vote, whatever it says, and takes it once the source is back', async () => {
      const world = await opened('stale');
      world.away.add('west');
      for (const decision of ['approve', 'reject'] as const) {
        await expect(
          world.engine.vote(voteOn(world, 'ann', { decision })),
        ).rejects.toMatchObject({ code: 'PROVIDER_STALE', statusCode: 503 });
      }
      expect((await world.engine.get(world.request.id)).votes).toEqual([]);
      world.away.clear();
      const { applied } = await world.engine.vote(voteOn(world, 'ann'));
      expect(applied).toBe(true);
    });

    it('says to somebody who may not that they may not', async () => {
      const world = await opened('stale-eve');
      world.away.add('west');
      await expect(
        world.engine.vote(voteOn(world, 'eve')),
      ).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
    });

    it('says nothing against what another source holds', async () => {
      const world = await opened('other');
      world.away.add('east');
      const { applied } = await world.engine.vote(voteOn(world, 'ann'));
      expect(applied).toBe(true);
    });

    it('opens no gate, and lets a decision be taken back', async () => {
      const world = await opened('held');
      await world.engine.vote(voteOn(world, 'ann'));
      const notBefore = (await world.store.now()) + 60_000;
      await world.engine.vote(voteOn(world, 'bob', { notBefore }));
      world.clock.ahead += 61_000;
      world.away.add('west');
      await world.engine.sweep();
      const held = await world.engine.get(world.request.id);
      expect(held.request.state).toBe('held');
      const { snapshot } = await world.engine.withdraw(voteOn(held, 'bob'));
      expect(snapshot.request.state).toBe('pending');
      await expect(
        world.engine.vote(voteOn(snapshot, 'bob')),
      ).rejects.toMatchObject({ code: 'PROVIDER_STALE' });
    });
  },
);
