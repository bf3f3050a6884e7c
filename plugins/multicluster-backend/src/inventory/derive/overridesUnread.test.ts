import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { sweepLane } from '../__testUtils__/sweepLane';
import { testDatabases } from '../__testUtils__/testDatabases';
import { transitionLines } from '../__testUtils__/transitionLines';

jest.setTimeout(60_000);

const databases = testDatabases();
const LANES = ['overrides', 'cluster-overrides'];

describe.each(databases.eachSupportedId())('unread overrides on %s', id => {
  async function open() {
    const knex = await databases.init(id);
    const world = await openStore(knex, { overrideLanes: LANES });
    const versions = async () => {
      const rows = await knex('inventory_target').orderBy('placement_id');
      return rows.map(({ derived }) => JSON.parse(derived).versionKnowledge);
    };
    return { ...world, knex, versions };
  }
  const on = (name: string, namespace = 'shop') => ({
    placement: facts.placement(
      name,
      { clusters: { a: 'healthy' } },
      {
        key: `ResourceBinding/${namespace}/${name}`,
        workloadKey: `apps/Deployment/${namespace}/${name}`,
        workload: {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          namespace,
          name,
        },
      },
    ),
    workload: facts.workload(name, { namespace }),
  });

  async function placed(store: Awaited<ReturnType<typeof open>>['store']) {
    const both = [on('cart'), on('till', 'depot')];
    await sweepLane(
      store,
      'templates',
      both.map(({ workload }) => workload),
    );
    await sweepLane(
      store,
      'bindings',
      both.map(({ placement }) => placement),
    );
  }

  it('make every version unknown until each of their lanes was read to its end', async () => {
    const { store, versions } = await open();
    await placed(store);
    expect(await versions()).toEqual(['unknown', 'unknown']);

    await sweepLane(store, 'overrides', []);
    expect(await versions()).toEqual(['unknown', 'unknown']);

    const sweep = await store.beginSweep('cluster-overrides');
    await sweep.page([]);
    expect(await versions()).toEqual(['unknown', 'unknown']);
    await sweep.complete('100');
    expect(await versions()).toEqual(['known', 'known']);
  });

  it('are derived again with what was read, once each and without a word of change', async () => {
    const { knex, store, facet, versions } = await open();
    await sweepLane(store, 'overrides', []);
    await placed(store);
    facet.inputs.length = 0;

    await sweepLane(store, 'cluster-overrides', [
      facts.policy('images', { key: 'Cluster/images', namespace: '' }),
    ]);
    await store.rederive();

    expect(await versions()).toEqual(['overridden', 'overridden']);
    expect(facet.inputs).toHaveLength(2);
    expect(await transitionLines(knex)).toEqual([]);
  });

  it('are no matter for what is derived after they were read', async () => {
    const { store, facet, versions } = await open();
    await sweepLane(store, 'overrides', []);
    await sweepLane(store, 'cluster-overrides', []);
    await placed(store);

    expect(await versions()).toEqual(['known', 'known']);
    expect(facet.inputs).toHaveLength(2);
  });

  it('are read once they were, also to the next process and after a list that begins anew', async () => {
    const { store, reopen, versions, facet } = await open();
    await sweepLane(store, 'overrides', []);
    await sweepLane(store, 'cluster-overrides', []);
    await placed(store);
    await store.adoptVersion('2');

    const next = reopen();
    await next.rederive();
    expect(await versions()).toEqual(['known', 'known']);
    facet.inputs.length = 0;
    await sweepLane(next, 'overrides', []);
    expect(facet.inputs).toHaveLength(0);
  });

  it('are still unread when the list was cut off while placements were derived again', async () => {
    const { store, reopen, facet, versions, knex } = await open();
    await sweepLane(store, 'overrides', []);
    await placed(store);
    await knex('inventory_lease').update({ fence: 2 });
    await expect(sweepLane(store, 'cluster-overrides', [])).rejects.toThrow();
    await knex('inventory_lease').update({ fence: 1 });
    expect(await versions()).toEqual(['unknown', 'unknown']);

    facet.inputs.length = 0;
    await sweepLane(store, 'cluster-overrides', []);
    expect(await versions()).toEqual(['known', 'known']);
    expect(facet.inputs.length).toBe(2);
    await reopen().rederive();
    expect(await versions()).toEqual(['known', 'known']);
  });
});
