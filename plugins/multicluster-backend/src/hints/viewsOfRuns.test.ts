import { Knex } from 'knex';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { seedDelivery } from '../__testUtils__/seedDelivery';
import { shopWorld } from '../__testUtils__/shopWorld';
import { openViewsWorld } from '../__testUtils__/viewsWorld';
import { entityView, runView } from './viewNames';
import { viewsOfRuns } from './viewsOfRuns';

const databases = testDatabases();
const running = { status: 'running' as const };

describe.each(databases.eachSupportedId())('viewsOfRuns on %s', id => {
  let knex: Knex;
  const idOf = async (table: string, key: string): Promise<number> =>
    (await knex(table).where({ key }).first('id')).id;
  const views = async (changed: Partial<Parameters<typeof viewsOfRuns>[1]>) =>
    (
      await viewsOfRuns(knex, {
        pipelineIds: [],
        runIds: [],
        workloadIds: [],
        ...changed,
      })
    ).sort();

  beforeAll(async () => {
    knex = await databases.init(id);
    await openViewsWorld(knex, shopWorld);
    await seedDelivery(knex, {
      pipelines: [{ key: 'one' }, { key: 'two' }],
      runs: [
        { key: 'one-1', pipelineKey: 'one', chain: { id: 'c', index: 0 } },
        { key: 'one-2', pipelineKey: 'one', derived: running },
        { key: 'one-3', pipelineKey: 'one', derived: running },
        { key: 'two-1', pipelineKey: 'two', chain: { id: 'c', index: 1 } },
        { key: 'two-2', pipelineKey: 'two' },
      ],
      marks: { shop: 'one', cart: 'two' },
    });
    await knex('pipeline_match').insert({
      entity_ref: 'component:default/shop',
      pipeline_id: await idOf('inventory_pipeline', 'one'),
      rule: 'repository',
      confirmed: false,
      reason: '{}',
    });
  }, 60_000);
  afterAll(() => knex.destroy());

  it('names a run, its chain, and what stands behind it', async () => {
    expect(
      await views({
        runIds: [await idOf('inventory_run', 'one-1')],
        pipelineIds: [await idOf('inventory_pipeline', 'one')],
      }),
    ).toEqual([
      entityView('component:default/shop'),
      ...['one-1', 'one-2', 'one-3', 'two-1'].map(runView),
      'runs',
    ]);
  });

  it('names the run that a workload was deployed by', async () => {
    const { id: workload } = await knex('inventory_workload')
      .where({ name: 'cart' })
      .first('id');
    expect(await views({ workloadIds: [workload] })).toEqual([
      runView('two-2'),
    ]);
  });

  it('names nothing when nothing changed', async () => {
    expect(await views({})).toEqual([]);
  });
});
