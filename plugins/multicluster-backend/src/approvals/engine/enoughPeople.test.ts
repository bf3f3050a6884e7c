import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { FakeDirectory } from '../__testUtils__/FakeDirectory';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { refreshRequest } from '../observe/refreshRequest';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'S19: enough people to decide on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    beforeEach(async () => {
      await knex('approval_request').delete();
    });

    async function opened(key: string, require: ApprovalPolicy['require']) {
      const directory = FakeDirectory.create({
        ann: ['shop'],
        rita: ['shop'],
        eve: ['sre'],
      });
      const world = approvalWorld(knex, { directory });
      const draft = draftOf(key, { policy: { require } });
      const { request } = await world.engine.open(draft);
      return {
        ...world,
        draft,
        request,
        get: async () => (await world.engine.get(request.id)).request,
        again: () => approvalWorld(knex, { directory }).engine.sweepRights(),
        trail: () =>
          knex('approval_audit')
            .where('request_id', request.id)
            .orderBy('seq')
            .pluck('action') as Promise<string[]>,
      };
    }
    const two = { atLeast: 2, of: { owners: true } };

    it('refuses votes on what can never have enough, and says who is missing', async () => {
      // Rita asked for it, so that Ann is alone.
      const world = await opened('few', two);
      expect(world.request).toMatchObject({
        refusal: 'POLICY_UNSATISFIABLE',
        detail: {
          missing: [{ needed: 2, found: 1, of: ['group:default/shop'] }],
        },
      });
      await expect(
        world.engine.vote(voteOn(world, 'ann')),
      ).rejects.toMatchObject({ code: 'POLICY_UNSATISFIABLE' });
    });

    it('tells of every alternative none of which can be met', async () => {
      const world = await opened('any', {
        any: [two, { atLeast: 1, of: { groups: ['group:default/none'] } }],
      });
      expect(world.request.detail.missing).toEqual([
        { needed: 2, found: 1, of: ['group:default/shop'] },
        { needed: 1, found: 0, of: ['group:default/none'] },
      ]);
    });

    it('collects votes where one alternative can be met', async () => {
      const world = await opened('other', {
        any: [two, { atLeast: 1, of: { groups: ['group:default/sre'] } }],
      });
      expect(world.request.refusal).toBeUndefined();
      expect(world.request.detail.missing).toBeUndefined();
    });

    it('collects votes once somebody joined, and stops again when they left, without taking a vote from anybody', async () => {
      const world = await opened('join', two);
      world.directory.people.set('user:default/bob', ['group:default/shop']);
      await world.again();
      expect((await world.get()).refusal).toBeUndefined();
      expect((await world.get()).detail.missing).toBeUndefined();
      await world.engine.vote(voteOn({ request: await world.get() }, 'ann'));
      world.directory.people.delete('user:default/bob');
      await world.again();
      const { request, votes } = await world.engine.get(world.request.id);
      expect(request.refusal).toBe('POLICY_UNSATISFIABLE');
      expect(votes).toMatchObject([{ status: 'counted' }]);
      await world.again();
      expect(await world.trail()).toEqual([
        'request.opened',
        'request.satisfiable',
        'vote.counted',
        'request.unsatisfiable',
      ]);
    });

    it('is not forgotten when the request is brought up to date', async () => {
      const world = await opened('refresh', two);
      await refreshRequest(world.store, world.request.id, {
        ...world.draft,
        detail: { ...world.draft.detail, gateTitle: 'Another title' },
      });
      expect(await world.get()).toMatchObject({
        refusal: 'POLICY_UNSATISFIABLE',
        detail: { gateTitle: 'Another title', missing: [{ needed: 2 }] },
      });
    });

    it('is decided past the rules all the same', async () => {
      const world = await opened('glass', two);
      const { snapshot } = await world.engine.breakGlass({
        ...voteOn(world, 'ann'),
        reason: 'The shop is down and nobody is awake',
      });
      expect(snapshot.request).toMatchObject({ state: 'queued' });
    });

    it('says nothing while the catalog is away', async () => {
      const directory = FakeDirectory.create({ ann: ['shop'] });
      directory.down = true;
      const world = approvalWorld(knex, { directory });
      const { request } = await world.engine.open(
        draftOf('away', { policy: { require: two } }),
      );
      expect(request.refusal).toBeUndefined();
      directory.down = false;
      await world.engine.sweepRights();
      expect((await world.engine.get(request.id)).request.refusal).toBe(
        'POLICY_UNSATISFIABLE',
      );
    });
  },
);
