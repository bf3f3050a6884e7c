import { Knex } from 'knex';
import { sharedDatabase } from '../../inventory/__testUtils__/sharedDatabase';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { FakeDirectory } from '../__testUtils__/FakeDirectory';
import { ScriptedTool } from '../__testUtils__/ScriptedTool';
import { seededRandom } from '../__testUtils__/seededRandom';
import { settle } from '../__testUtils__/settle';
import { ShiftedClock } from '../__testUtils__/ShiftedClock';

jest.setTimeout(300_000);

const databases = testDatabases();
const people = { ann: ['shop'], bob: ['shop'], cid: ['shop'], dan: ['shop'] };

/** Gates that are raced for at once: their waits and the rounds of the worker are shared. */
const AT_ONCE = 10;

/** A thousand in all, on as many engines as there are. */
const RUNS =
  Math.ceil(1_000 / databases.eachSupportedId().length / AT_ONCE) * AT_ONCE;

/** What one of the two orders of an approval and a rejection, with two approvals needed, can come to. */
const SERIAL = new Set([
  // The rejection was last and took back what was agreed to, or was first.
  'rejected',
  // Both approvals were there and delivered before the rejection came.
  'applied',
]);

describe.each(databases.eachSupportedId())('Concurrent votes on %s', id => {
  it(`S02: ${RUNS} interleavings of approvals and a rejection come to what some order of them comes to, and never to both`, async () => {
    const knex = await databases.init(id);
    await applyMigrations({}, knex);
    const random = seededRandom(20_261_122);
    const directory = FakeDirectory.create(people);
    directory.pause = () =>
      new Promise(resolve => setTimeout(resolve, Math.floor(random() * 3)));
    const world = approvalWorld(knex, { directory });
    const ends: Record<string, number> = {};
    for (let run = 0; run < RUNS; run += AT_ONCE) {
      const keys = Array.from({ length: AT_ONCE }, (_, n) => `s02-${run + n}`);
      for (const end of await race(world, keys, random)) {
        ends[end] = (ends[end] ?? 0) + 1;
      }
    }

    expect(Object.keys(ends).filter(end => !SERIAL.has(end))).toEqual([]);
    // Otherwise nothing was interleaved.
    expect(Object.keys(ends).sort()).toEqual(['applied', 'rejected']);
    const sealed = await knex('approval_delivery')
      .whereNot('state', 'recalled')
      .groupBy('gate_key', 'generation')
      .having(knex.raw('count(*)'), '>', 1)
      .select('gate_key');
    expect(sealed).toEqual([]);
  });

  /** Three people decide about each of several gates at once; gives how each of those ended. */
  async function race(
    world: ReturnType<typeof approvalWorld>,
    keys: string[],
    random: () => number,
  ): Promise<string[]> {
    const { engine, tool, worker } = world;
    const pause = (most: number) =>
      new Promise(resolve => setTimeout(resolve, Math.floor(random() * most)));
    const ids: string[] = [];
    const acts: Array<() => Promise<unknown>> = [];
    for (const key of keys) {
      tool.gate(key).needs = 2;
      const { request } = await engine.open(draftOf(key));
      const vote = async (name: string, decision: 'approve' | 'reject') => {
        await pause(decision === 'reject' ? 30 : 8);
        await engine.vote(voteOn({ request }, name, { decision }));
      };
      ids.push(request.id);
      acts.push(async () => {
        const approvals = [vote('ann', 'approve'), vote('bob', 'approve')];
        // However fast the machine is: before, between and after them, and when the first of them was sent.
        const after = Math.floor(random() * 4);
        await Promise.allSettled(approvals.slice(0, after));
        while (after === 3 && tool.effective(key).length === 0) {
          await pause(5);
        }
        const rejection = vote('cid', 'reject');
        await Promise.allSettled([...approvals, rejection]);
      });
    }
    // The worker runs all the while, as it does.
    let voting = true;
    Promise.all(acts.map(act => act())).then(() => {
      voting = false;
    });
    while (voting) {
      await worker.round();
      await pause(5);
    }
    for (let round = 0; round < 8; round++) {
      await worker.round();
    }
    return Promise.all(
      ids.map(async (requestId, n) => {
        const { request } = await engine.get(requestId);
        const lines = tool.effective(keys[n]);
        // Both of them had an effect only where one person's approval was sent before the rejection could be: never.
        expect(new Set(lines.map(({ verdict }) => verdict))).toEqual(
          new Set([request.state === 'applied' ? 'approve' : 'reject']),
        );
        return request.state;
      }),
    );
  }

  it('S03: two replicas that get the last vote at once seal one decision, and the slower one is answered with it', async () => {
    const shared = await sharedDatabase(databases, id);
    const [first, second] = [shared.connect(), shared.connect()];
    await applyMigrations({}, first);
    const clock = ShiftedClock.create();
    const tool = ScriptedTool.create();
    const replicas = [first, second].map((knex: Knex) =>
      approvalWorld(knex, {
        clock,
        tool,
        directory: FakeDirectory.create(people),
      }),
    );
    for (let run = 0; run < 25; run++) {
      const key = `s03-${run}`;
      tool.gate(key).needs = 2;
      const openings = await Promise.all(
        replicas.map(({ engine }) =>
          engine.open(draftOf(key, { policy: { recallMs: 500 } })),
        ),
      );
      expect(openings.filter(({ opened }) => opened)).toHaveLength(1);
      const { request } = openings[0];
      await replicas[0].engine.vote(voteOn({ request }, 'ann'));
      const answers = await Promise.all(
        replicas.map(({ engine }, index) =>
          engine.vote(voteOn({ request }, index === 0 ? 'bob' : 'cid')),
        ),
      );
      expect(answers.map(({ snapshot }) => snapshot.request.state)).toEqual([
        'queued',
        'queued',
      ]);
      expect(answers.filter(({ applied }) => applied)).toHaveLength(1);
      expect(
        await first('approval_delivery').where('gate_key', key),
      ).toHaveLength(1);
    }
    // Both deliver what is there, at once and again and again: each person is asked for once.
    clock.ahead += 1_000;
    for (let round = 0; round < 12; round++) {
      await Promise.all(replicas.map(({ worker }) => worker.round()));
    }
    await settle(replicas[0], 12);
    const states = await first('approval_request').distinct('state');
    expect(states).toEqual([{ state: 'applied' }]);
    expect(tool.log).toHaveLength(50);
    expect(tool.log.every(({ effective }) => effective)).toBe(true);
    await shared.remove();
  });
});
