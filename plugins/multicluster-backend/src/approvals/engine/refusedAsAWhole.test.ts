import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';

jest.setTimeout(60_000);

const databases = testDatabases();
const LATER_MS = 3600_000;

describe.each(databases.eachSupportedId())(
  'A request that is refused as a whole for a while, on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    async function world(key: string, notBefore?: number) {
      const parts = approvalWorld(knex);
      const { engine, store, clock } = parts;
      const { request } = await engine.open(draftOf(key));
      await engine.vote(
        voteOn({ request }, 'ann', notBefore ? { notBefore } : {}),
      );
      const now = () => engine.get(request.id);
      return {
        ...parts,
        now,
        vote: async (who: string) => engine.vote(voteOn(await now(), who)),
        /** As the round over gates writes it, when a tool lost a capability. */
        become: (refusal: 'DECIDED_IN_TOOL' | undefined) =>
          store.change(request.id, change => change.update({ refusal })),
        async minutePasses() {
          clock.ahead += 61_000;
          await engine.sweepRights();
        },
        statuses: async () => (await now()).votes.map(({ status }) => status),
        trail: async (): Promise<string[]> =>
          knex('approval_audit')
            .where('request_id', request.id)
            .orderBy('seq')
            .pluck('action'),
      };
    }

    it('keeps the votes that were cast, takes no others, and goes on with them when it passes', async () => {
      const { become, minutePasses, now, statuses, vote, ...w } = await world(
        'collecting',
      );
      await become('DECIDED_IN_TOOL');
      await minutePasses();
      expect(await statuses()).toEqual(['counted']);
      await expect(vote('bob')).rejects.toMatchObject({
        code: 'DECIDED_IN_TOOL',
      });
      await become(undefined);
      await vote('bob');
      await settle(w);
      expect((await now()).request.state).toBe('applied');
    });

    it('delivers nothing that was decided, says why on its step and once in the trail, and delivers it when it passes', async () => {
      const { become, minutePasses, now, statuses, vote, ...w } = await world(
        'queued',
      );
      await vote('bob');
      await become('DECIDED_IN_TOOL');
      await minutePasses();
      await settle(w);
      expect(w.tool.log).toEqual([]);
      expect(await statuses()).toEqual(['counted', 'counted']);
      const { request, steps } = await now();
      expect(request.state).toBe('queued');
      expect(steps[0].sentence?.code).toBe('approval.refused.decidedInTool');
      expect(
        (await w.trail()).filter(action => action === 'step.held-back'),
      ).toHaveLength(1);

      await become(undefined);
      await settle(w);
      expect((await now()).request.state).toBe('applied');
    });

    it('opens no gate for what waits for its time, until it passes', async () => {
      const { become, minutePasses, now, statuses, vote, clock } = await world(
        'held',
        Date.now() + LATER_MS,
      );
      await vote('bob');
      expect((await now()).request.state).toBe('held');
      await become('DECIDED_IN_TOOL');
      clock.ahead += LATER_MS + 1_000;
      await minutePasses();
      expect((await now()).request.state).toBe('held');
      expect(await statuses()).toEqual(['counted', 'counted']);
      await become(undefined);
      await minutePasses();
      expect((await now()).request.state).toBe('queued');
    });

    it('E24: still takes the vote of somebody who lost the right', async () => {
      const { become, minutePasses, statuses, directory } = await world('lost');
      await become('DECIDED_IN_TOOL');
      directory.people.set('user:default/ann', []);
      await minutePasses();
      expect(await statuses()).toEqual(['void']);
    });
  },
);
