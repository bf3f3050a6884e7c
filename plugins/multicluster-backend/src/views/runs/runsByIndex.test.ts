import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { explainReads } from '../../__testUtils__/explainReads';
import { openRunsWorld, RunsWorld } from '../../__testUtils__/runsWorld';
import { component, shopWorld } from '../../__testUtils__/shopWorld';
import { waitingRun } from '../../__testUtils__/waitingRun';

const databases = testDatabases();
const shop = component('shop', { 'backstage.io/kubernetes-id': 'shop' });

/** Lines that read every run, workload or match there is, or build an index first. */
function slowLines(plan: string[]): string[] {
  return plan.filter(
    line =>
      line.includes('AUTOMATIC') ||
      (/^SCAN (r|l|n|o|w|m|k|c|inventory_run|pipeline_match)\b/.test(line) &&
        !line.includes('USING INDEX') &&
        !line.includes('USING COVERING INDEX')),
  );
}

// The other engine plans by statistics, which a test does not have.
describe.each(
  databases.eachSupportedId().filter(([id]) => id.startsWith('SQLITE')),
)('What is read of many runs on %s', id => {
  let knex: Knex;
  let world: RunsWorld;

  beforeAll(async () => {
    knex = await databases.init(id);
    world = await openRunsWorld(knex, shopWorld, {
      pipelines: [{ key: 'shop-canary' }, { key: 'other' }],
      runs: [
        { key: 'other-1', pipelineKey: 'other' },
        {
          key: 'shop-canary-1',
          pipelineKey: 'shop-canary',
          chain: { id: 'c', index: 0 },
        },
        waitingRun,
      ],
      marks: { shop: 'shop-canary' },
    });
    const run = await knex('inventory_run').where({ key: 'other-1' }).first();
    for (let n = 0; n < 2000; n++) {
      await knex('inventory_run').insert({
        ...run,
        id: 10_000 + n,
        key: `copy-${n}`,
        hash: `copy-${n}`,
        created_at: Number(run.created_at) - n,
      });
    }
    await world.matching.refreshEntity(shop);
  }, 60_000);
  afterAll(() => knex.destroy());

  const slow = async (run: () => Promise<unknown>) =>
    (await explainReads(knex, run)).flatMap(({ sql, plan }) =>
      slowLines(plan).map(line => `${line}: ${sql}`),
    );

  it.each(['', 'status:failed', 'pipeline:shop*', 'entity:shop'])(
    'is found by an index in a list by "%s"',
    async filter => {
      expect(await slow(() => world.runs.list({ filter }))).toEqual([]);
      expect(await slow(() => world.runs.pipelines({ filter }))).toEqual([]);
    },
  );

  it('is found by an index for an entity, a run and its chain', async () => {
    expect(await slow(() => world.runs.entityRuns(shop, {}))).toEqual([]);
    expect(await slow(() => world.runs.run('shop-canary-1'))).toEqual([]);
    expect(await slow(() => world.runs.run('shop-canary-2'))).toEqual([]);
  });

  it('is found by an index where a workload changed', async () => {
    const { id: workload } = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id');
    expect(await slow(() => world.matching.matchWorkloads([workload]))).toEqual(
      [],
    );
  });
});
