import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';

jest.setTimeout(60_000);

const databases = testDatabases();
const one = {
  delivery: 'in-request' as const,
  policy: { require: { atLeast: 1, of: { owners: true } }, recallMs: 60_000 },
};

describe.each(databases.eachSupportedId())(
  'Delivery in the request on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    async function opened(key: string) {
      const world = approvalWorld(knex);
      const { request } = await world.engine.open(draftOf(key, one));
      const send = jest.spyOn(world.adapters.of('gate'), 'send');
      return { ...world, request, send };
    }

    it('sends with the credential of the person before it answers, without a recall window, and stores none of it', async () => {
      const world = await opened('now');
      const { snapshot } = await world.engine.vote(
        voteOn({ request: world.request }, 'ann', {
          userCredential: 'hush-token',
          idempotency: { key: 'click', fingerprint: 'f' },
        }),
      );
      expect(world.send.mock.calls[0][0].userCredential).toBe('hush-token');
      expect(snapshot.steps[0].state).toBe('sent');
      expect(snapshot.request.recallUntil).toBeUndefined();
      await settle(world);
      expect((await world.engine.get(world.request.id)).request.state).toBe(
        'applied',
      );
      for (const table of [
        'approval_request',
        'approval_vote',
        'approval_step',
        'approval_idempotency',
        'approval_audit_payload',
      ]) {
        const rows = await knex(table);
        expect(rows).not.toEqual([]);
        expect(JSON.stringify(rows)).not.toContain('hush-token');
      }
    });

    it('gives the decision back to the person when there is nothing to send with', async () => {
      const world = await opened('without');
      const { snapshot } = await world.engine.vote(
        voteOn({ request: world.request }, 'ann'),
      );
      expect(snapshot.request.state).toBe('pending');
      expect(world.tool.log).toEqual([]);
      const again = await world.engine.vote(
        voteOn(snapshot, 'ann', { userCredential: 'hush-token' }),
      );
      expect(again.snapshot.steps[0].state).toBe('sent');
    });

    it('reads what a crash left, and has the person decide once more when it was not taken', async () => {
      const world = await opened('crash');
      world.tool.faults.push('drop');
      await world.engine.vote(
        voteOn({ request: world.request }, 'ann', {
          userCredential: 'hush-token',
        }),
      );
      const before = await world.engine.get(world.request.id);
      expect(before.request.state).toBe('unknown');
      await settle(world);
      const after = await world.engine.get(world.request.id);
      expect(after.request.state).toBe('pending');
      expect(after.steps[0].sentence?.code).toBe('approval.halted.needsUser');
      expect(world.send).toHaveBeenCalledTimes(1);

      const taken = await opened('crash-taken');
      taken.tool.faults.push('applyThenDrop');
      await taken.engine.vote(
        voteOn({ request: taken.request }, 'ann', {
          userCredential: 'hush-token',
        }),
      );
      await settle(taken);
      expect((await taken.engine.get(taken.request.id)).request.state).toBe(
        'applied',
      );
    });
  },
);
