import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { GivenLaneContent } from './GivenLaneContent';
import { recordContent } from './recordContent';
import { selectGivenContent } from './selectGivenContent';

jest.setTimeout(60_000);

const databases = testDatabases();
const LANE = { source: 'west', policyKey: 'Policy/a/b' };
const directory = `${__dirname}/../../../migrations`;
const name = '20261123000100_approved_content.js';

describe.each(databases.eachSupportedId())(
  'what clusters of a lane were given on %s',
  id => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    const record = (given: Partial<GivenLaneContent>) =>
      recordContent(knex, LANE, [
        {
          cluster: 'm1',
          digest: 'a2',
          digestWithoutReplicas: 'a',
          appliedAt: 1,
          proven: true,
          approved: false,
          ...given,
        },
      ]);
    const known = async () =>
      (await selectGivenContent(knex, LANE)).map(
        ({ cluster, digest, approved, requestId, appliedAt }) =>
          `${cluster} ${digest} ${approved} ${requestId} ${appliedAt}`,
      );

    it('stays approved, with the request that says so, when the same is merely seen again', async () => {
      await record({ approved: true, requestId: 'r1' });
      await record({ appliedAt: 2, requestId: 'by hand' });
      await record({ appliedAt: 3 });
      expect(await known()).toEqual(['m1 a2 true r1 3']);
    });

    it('is approved by nothing but an approval of the same on the same cluster', async () => {
      await record({ requestId: 'by hand' });
      await record({ digest: 'a3', appliedAt: 2, approved: true });
      await record({ cluster: 'm2', appliedAt: 3, approved: true });
      expect(await known()).toEqual([
        'm2 a2 true undefined 3',
        'm1 a3 true undefined 2',
        'm1 a2 false by hand 1',
      ]);
      await record({ appliedAt: 4, approved: true, requestId: 'r4' });
      expect((await known())[0]).toBe('m1 a2 true r4 4');
    });

    it('takes of what was stored before for approved only what people voted for and a request applied', async () => {
      const world = approvalWorld(knex);
      const { engine, tool } = world;
      const applied = async (
        gateKey: string,
        names: string[],
        more: object = {},
      ) => {
        const { request } = await engine.open(draftOf(gateKey));
        tool.gate(gateKey).needs = names.length;
        for (const who of names) {
          await engine.vote(
            voteOn({ request: (await engine.get(request.id)).request }, who),
          );
        }
        await settle(world, 4);
        await knex('approval_request')
          .where({ id: request.id })
          .update({ kind: 'lane', ...more });
        return request.id;
      };
      const ids = {
        voted: await applied('voted', ['ann', 'bob']),
        exempt: await applied('exempt', ['ann', 'bob'], {
          detail: JSON.stringify({ exemption: 'replicas' }),
        }),
        emergency: await applied('emergency', ['ann', 'bob'], {
          break_glass: JSON.stringify({ by: 'x', reason: 'y', reviewBy: 1 }),
        }),
        byHand: await applied('by-hand', ['ann'], { state: 'external' }),
        nobody: await applied('nobody', ['ann'], {
          state: 'applied',
          decision: 'approve',
        }),
      };
      await knex('approval_vote')
        .where({ request_id: ids.nobody })
        .update({ status: 'void' });

      await knex.migrate.down({ directory, name });
      const row = (digest: string, requestId: string | null) => ({
        source: LANE.source,
        policy_key: LANE.policyKey,
        cluster: 'm1',
        digest,
        digest_without_replicas: digest,
        request_id: requestId,
        proven: true,
        applied_at: 1,
      });
      await knex('approval_content').insert([
        row('baseline', null),
        ...Object.entries(ids).map(([what, request]) => row(what, request)),
      ]);
      await knex.migrate.up({ directory, name });

      const approved = (await selectGivenContent(knex, LANE))
        .filter(item => item.approved)
        .map(({ digest }) => digest);
      expect(approved).toEqual(['voted']);
    });
  },
);
