import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Past the rules on %s', id => {
  let knex: Knex;
  let opened = 0;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  async function decided() {
    opened += 1;
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(
      draftOf(`past-${id}-${opened}`),
    );
    const { snapshot } = await world.engine.breakGlass({
      ...voteOn({ request }, 'eve'),
      reason: 'The shop is down and this brings it back',
    });
    return { world, snapshot };
  }

  it('delivers nothing in the name of somebody who has left since', async () => {
    const { world, snapshot } = await decided();
    world.directory.people.delete('user:default/eve');
    await settle(world);
    const { request } = await world.engine.get(snapshot.request.id);
    expect(request).toMatchObject({ state: 'pending' });
    expect(request.breakGlass).toBeUndefined();
  });

  describe('with a refusal before it that alone was not enough', () => {
    async function refusedBefore(by = 'eve') {
      opened += 1;
      const world = approvalWorld(knex);
      const { engine } = world;
      const { request } = await engine.open(
        draftOf(`refused-${id}-${opened}`, {
          policy: { rejections: 2, recallMs: 60_000 },
        }),
      );
      await engine.vote(voteOn({ request }, 'ann', { decision: 'reject' }));
      const { snapshot } = await engine.breakGlass({
        ...voteOn(await engine.get(request.id), by),
        reason: 'The shop is down and this brings it back',
      });
      return { ...world, snapshot };
    }

    it('is taken back by another, which somebody who went past the rules cannot recall, nor hold up by leaving', async () => {
      const { snapshot, ...world } = await refusedBefore();
      await world.engine.vote(voteOn(snapshot, 'cid', { decision: 'reject' }));
      const after = await world.engine.get(snapshot.request.id);
      expect(after.request).toMatchObject({
        state: 'queued',
        decision: 'reject',
        breakGlass: { by: 'user:default/eve' },
      });
      await expect(
        world.engine.recall(voteOn(after, 'eve')),
      ).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
      world.directory.people.delete('user:default/eve');
      world.clock.ahead += 61_000;
      await settle(world);
      const { request } = await world.engine.get(snapshot.request.id);
      expect(request.state).toBe('rejected');
    });

    it('is not taken back where whoever refused before lost the right to', async () => {
      const { snapshot, ...world } = await refusedBefore();
      world.directory.people.set('user:default/ann', ['group:default/other']);
      await expect(
        world.engine.vote(voteOn(snapshot, 'cid', { decision: 'reject' })),
      ).rejects.toMatchObject({ code: 'DECISION_SEALED' });
      world.clock.ahead += 61_000;
      await settle(world);
      const { request } = await world.engine.get(snapshot.request.id);
      expect(request.state).toBe('applied');
    });

    it('goes out in the name of whoever went past the rules, whose own refusal before it counts no more', async () => {
      const { snapshot, ...world } = await refusedBefore('ann');
      world.directory.people.set('user:default/ann', ['group:default/other']);
      await world.engine.sweepRights();
      world.clock.ahead += 61_000;
      await settle(world);
      const { request, votes } = await world.engine.get(snapshot.request.id);
      expect(votes).toMatchObject([{ decision: 'reject', status: 'void' }]);
      expect(request).toMatchObject({
        state: 'applied',
        breakGlass: { by: 'user:default/ann' },
      });
      // Nothing was decided anew.
      const sealed = { request_id: request.id, action: 'request.sealed' };
      expect(await knex('approval_audit').where(sealed)).toHaveLength(1);
    });

    it('is not taken back by one who takes that refusal back', async () => {
      const { snapshot, ...world } = await refusedBefore();
      await expect(
        world.engine.withdraw(voteOn(snapshot, 'ann')),
      ).rejects.toMatchObject({ code: 'DECISION_SEALED' });
    });

    it('is not taken back by the refusal of whoever went past the rules after it, and has left since', async () => {
      const { snapshot, ...world } = await refusedBefore('ann');
      world.directory.people.delete('user:default/ann');
      await expect(
        world.engine.vote(voteOn(snapshot, 'cid', { decision: 'reject' })),
      ).rejects.toMatchObject({ code: 'DECISION_SEALED' });
    });
  });

  it('is reviewed by nobody who asked for the change, nor by anybody it is none of the business of', async () => {
    const { world, snapshot } = await decided();
    world.directory.people.set('user:default/mallory', [
      'group:default/elsewhere',
    ]);
    const review = (name: string) =>
      world.engine.review({
        ...voteOn(snapshot, name),
        comment: 'It was right',
      });
    await expect(review('rita')).rejects.toMatchObject({
      code: 'IS_REQUESTER',
    });
    await expect(review('mallory')).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
    });
    await expect(review('ann')).resolves.toMatchObject({ applied: true });
  });
});
