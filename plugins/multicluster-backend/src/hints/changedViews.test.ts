import { Knex } from 'knex';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import { openViewsWorld, streamed } from '../__testUtils__/viewsWorld';
import { changedViews } from './changedViews';
import { ClusterStates } from './ClusterStates';
import { clusterView, entityView, workloadView } from './viewNames';

const databases = testDatabases();

describe.each(databases.eachSupportedId())('changedViews on %s', id => {
  let knex: Knex;
  let states: ClusterStates;
  let shop: { id: number; hash: string };
  let member1: number;

  const views = (workloadIds: number[], clusterIds: number[]) =>
    changedViews(knex, states, [
      {
        workloadIds: new Set(workloadIds),
        clusterIds: new Set(clusterIds),
        pipelineIds: new Set(),
        runIds: new Set(),
      },
    ]);

  beforeAll(async () => {
    knex = await databases.init(id);
    const world = await openViewsWorld(knex, shopWorld);
    await world.matching.sweep(
      streamed([component('shop', { 'backstage.io/kubernetes-id': 'shop' })]),
    );
    shop = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id', 'hash');
    ({ id: member1 } = await knex('inventory_cluster')
      .where({ name: 'member1' })
      .first('id'));
    states = ClusterStates.create(knex);
  }, 60_000);

  it('names everything that shows a workload', async () => {
    expect(await views([shop.id], [])).toEqual(
      expect.arrayContaining([
        'fleet',
        'workloads',
        entityView('component:default/shop'),
        workloadView(shop.hash),
        clusterView('prod', 'member1'),
        clusterView('prod', 'member2'),
      ]),
    );
  });

  it('takes everything as changed when a cluster is lost, and little when its capacity moves', async () => {
    expect(await views([], [member1])).toBe('all');
    expect(await views([], [member1])).toEqual([
      'fleet',
      clusterView('prod', 'member1'),
    ]);
    await knex('inventory_cluster')
      .where({ id: member1 })
      .update({ state: 'unreachable' });
    expect(await views([], [member1])).toBe('all');
    expect(await views([], [member1, 999])).toBe('all');
  });

  it('names nothing when nothing changed', async () => {
    expect(await views([], [])).toEqual([]);
  });
});
