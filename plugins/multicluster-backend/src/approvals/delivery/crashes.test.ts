import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { FakeDirectory } from '../__testUtils__/FakeDirectory';
import { ScriptedTool } from '../__testUtils__/ScriptedTool';
import { settle } from '../__testUtils__/settle';
import { ShiftedClock } from '../__testUtils__/ShiftedClock';
import { FailpointName } from '../engine/Failpoint';

jest.setTimeout(120_000);

const databases = testDatabases();
/** Where a replica ends, and the times it gets there at which it does: early ones are votes, late ones deliveries. */
const points: Array<[FailpointName, number[]]> = [
  ['before-tx', [1, 2, 3, 5, 8]],
  ['after-vote', [1, 2]],
  ['after-seal-commit', [1]],
  ['after-lease', [1, 2, 3, 4]],
  ['before-send', [1, 2]],
  ['after-send', [1, 2]],
  ['before-outcome', [1, 2]],
  ['after-confirm', [1, 2]],
  ['during-audit', [1, 2, 3, 5, 8]],
];
const people = { ann: ['shop'], bob: ['shop'] };

describe.each(databases.eachSupportedId())('A replica that ends on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  /** A client that repeats what was not answered, with the same key, as browsers do. */
  async function voteUntilAnswered(
    world: () => ReturnType<typeof approvalWorld>,
    key: string,
    name: string,
  ): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const { engine } = world();
      try {
        const { request } = await engine.open(draftOf(key));
        const idempotency = { key: `${key}-${name}`, fingerprint: name };
        await engine.vote(voteOn({ request }, name, { idempotency }));
        return;
      } catch (error) {
        expect(error).toMatchObject({ message: 'The replica has ended' });
      }
    }
    throw new Error('A vote was never answered');
  }

  it.each(points)(
    'S05: at "%s" loses no vote, sends nothing twice, and what it left is brought to its end by the next one',
    async (point, times) => {
      for (const occurrence of times) {
        const key = `${point}-${occurrence}`;
        const shared = {
          tool: ScriptedTool.create(),
          clock: ShiftedClock.create(),
          directory: FakeDirectory.create(people),
        };
        shared.tool.gate(key).needs = 2;
        let reached = 0;
        let ended = false;
        const first = approvalWorld(knex, {
          ...shared,
          failpoint: name => {
            reached += name === point ? 1 : 0;
            if (ended || (name === point && reached === occurrence)) {
              ended = true;
              throw new Error('The replica has ended');
            }
          },
        });
        const second = approvalWorld(knex, shared);
        const living = () => (ended ? second : first);

        await voteUntilAnswered(living, key, 'ann');
        await voteUntilAnswered(living, key, 'bob');
        for (let round = 0; round < 8 && !ended; round++) {
          await first.worker.round().catch(() => undefined);
          shared.clock.ahead += 2_000;
        }
        // Otherwise nothing ended there, and the next one has nothing to go on with.
        expect([key, ended]).toEqual([key, true]);
        shared.clock.ahead += 60_000;
        await settle(second, 20);

        const { request, votes } = await second.engine.get(
          (
            await second.engine.open(draftOf(key))
          ).request.id,
        );
        expect([key, request.state]).toEqual([key, 'applied']);
        expect(votes.filter(({ status }) => status === 'counted')).toHaveLength(
          2,
        );
        expect(shared.tool.effective(key).map(({ who }) => who)).toEqual([
          'user:default/ann',
          'user:default/bob',
        ]);
        // What was not known was read first: the tool is not even asked a second time for what it took.
        expect(shared.tool.log).toHaveLength(2);
      }
    },
  );

  it('S05: at "before-send" again and again halts and loses no vote: it goes on when somebody says so', async () => {
    const key = 'again-and-again';
    const shared = {
      tool: ScriptedTool.create(),
      clock: ShiftedClock.create(),
      directory: FakeDirectory.create(people),
    };
    shared.tool.gate(key).needs = 2;
    const living = approvalWorld(knex, shared);
    for (const name of ['ann', 'bob']) {
      await voteUntilAnswered(() => living, key, name);
    }
    const { request } = await living.engine.open(draftOf(key));
    const state = async () => (await living.engine.get(request.id)).request;
    let deaths = 0;
    for (; deaths < 10 && (await state()).state !== 'halted'; deaths++) {
      let ended = false;
      const dying = approvalWorld(knex, {
        ...shared,
        failpoint: name => {
          ended ||= name === 'before-send';
          if (ended) {
            throw new Error('The replica has ended');
          }
        },
      });
      for (let round = 0; round < 8 && !ended; round++) {
        shared.clock.ahead += 60_000;
        await dying.worker.round().catch(() => undefined);
      }
    }
    expect(deaths).toBeGreaterThan(4);
    const { halted } = await state();
    expect(halted?.sentence.code).toBe('approval.halted.notSent');
    expect(shared.tool.log).toEqual([]);

    await living.engine.resolve({
      ...voteOn(await living.engine.get(request.id), 'ann'),
      action: 'continue',
      reason: 'The machine was replaced',
    });
    await settle(living);
    expect((await state()).state).toBe('applied');
    expect(shared.tool.effective(key)).toHaveLength(2);
  });
});
