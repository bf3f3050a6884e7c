import { Knex } from 'knex';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { MatchingProgress } from './MatchingProgress';

const databases = testDatabases();

describe.each(databases.eachSupportedId())('MatchingProgress on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    await knex('inventory_source').insert({
      name: 'west',
      type: 'karmada',
      revision: 9,
    });
  }, 60_000);
  afterEach(() => knex.destroy());

  const change = (firstRevision: number, revision: number) => ({
    source: 'west',
    firstRevision,
    revision,
    workloadIds: new Set<number>(),
    clusterIds: new Set<number>(),
    pipelineIds: new Set<number>(),
    runIds: new Set<number>(),
    all: false,
  });
  const matched = async () =>
    Number((await knex('inventory_source').first()).matched_revision);

  it.each`
    what                                        | steps                               | upTo
    ${'goes on from where it was'}              | ${[[1, 2], [3, 3]]}                 | ${3}
    ${'stays where a change is missing'}        | ${[[1, 2], [4, 6]]}                 | ${2}
    ${'stays when the first is missing'}        | ${[[2, 9]]}                         | ${0}
    ${'goes on when the missing one came late'} | ${[[1, 2], [4, 6], [3, 3], [4, 7]]} | ${7}
    ${'never goes back'}                        | ${[[1, 5], [1, 2]]}                 | ${5}
    ${'takes no notice of what was not stored'} | ${[[1, 2], [0, 0], [3, 4]]}         | ${4}
  `('$what: $steps', async ({ steps, upTo }) => {
    const progress = MatchingProgress.create(knex);
    for (const [first, last] of steps) {
      await progress.advance([change(first, last)]);
    }
    expect(await matched()).toBe(upTo);
  });

  it('finds what is missing at the second look, and goes on with what was matched meanwhile', async () => {
    const progress = MatchingProgress.create(knex);
    await progress.advance([change(4, 9)]);
    expect(await progress.missed()).toEqual([]);
    const [missed] = await progress.missed();
    expect(missed).toMatchObject({ after: 0, upTo: 9 });
    await knex('inventory_source').update({ revision: 11 });
    await progress.advance([change(10, 11)]);
    expect(await matched()).toBe(0);

    await progress.caughtUp(missed);
    await knex('inventory_source').update({ revision: 12 });
    await progress.advance([change(12, 12)]);
    expect(await matched()).toBe(12);
    expect(await progress.missed()).toEqual([]);
  });
});
