import { countWrites } from '../__testUtils__/countWrites';
import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { sweepLane } from '../__testUtils__/sweepLane';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

const databases = testDatabases();
const PLACEMENTS = 1000;

const total = (writes: Record<string, number>) =>
  Object.values(writes).reduce((sum, rows) => sum + rows, 0);

describe.each(databases.eachSupportedId())('What is written on %s', id => {
  const placements = Array.from({ length: PLACEMENTS }, (_, at) =>
    facts.placement(`app-${at}`, { clusters: { a: 'healthy', b: 'healthy' } }),
  );

  async function filled() {
    const knex = await databases.init(id);
    const opened = await openStore(knex);
    const { store } = opened;
    await sweepLane(store, 'clusters', [
      facts.cluster('a'),
      facts.cluster('b'),
    ]);
    await sweepLane(store, 'bindings', placements);
    return { knex, ...opened, written: await countWrites(knex) };
  }

  it('is at most ten rows when a cluster is lost, however many targets sit on it', async () => {
    const { knex, store, written } = await filled();
    const [{ count }] = await knex('inventory_target').count({ count: '*' });
    expect(Number(count)).toBe(2 * PLACEMENTS);

    await store.change({
      lane: 'clusters',
      upserts: [
        facts.cluster('a', {
          state: 'not-ready',
          taints: [{ key: 'not-ready', effect: 'NoExecute' }],
        }),
      ],
      deletes: [],
      checkpoint: '101',
    });

    const writes = await written();
    expect(writes).toEqual({
      'inventory_cluster update': 1,
      'inventory_lane update': 1,
      'inventory_source update': 1,
      'inventory_transition insert': 1,
    });
    expect(total(writes)).toBeLessThanOrEqual(10);
  });

  it('is nothing but a checkpoint every ten seconds while every binding is stamped anew', async () => {
    const { store, clock, written } = await filled();
    clock.now += 60_000;
    for (let at = 0; at < PLACEMENTS; at += 100) {
      clock.now += 3000;
      await store.change({
        lane: 'bindings',
        upserts: placements.slice(at, at + 100),
        deletes: [],
        checkpoint: String(1000 + at),
      });
    }
    expect(await written()).toEqual({ 'inventory_lane update': 3 });

    expect(await store.checkpoint('bindings')).toBe('1900');
    await store.flushCheckpoints({ all: true });
    expect(await written()).toEqual({ 'inventory_lane update': 1 });
  });

  it('is one row when a relist finds everything as it was', async () => {
    const { knex, store, written } = await filled();
    await sweepLane(store, 'bindings', placements, '200');

    expect(await written()).toEqual({ 'inventory_lane update': 1 });
    const lane = await knex('inventory_lane').where('name', 'bindings').first();
    expect(lane).toMatchObject({ checkpoint: '200', objects: PLACEMENTS });
  });

  it('is nothing when an observation goes on from the stored checkpoint', async () => {
    const { reopen, written } = await filled();
    const successor = reopen();
    await successor.adoptVersion(undefined);

    expect(await successor.checkpoint('bindings')).toBe('100');
    expect(await successor.checkpoint('clusters')).toBe('100');
    await successor.rederive();
    await successor.flushCheckpoints({ all: true });
    expect(await written()).toEqual({});
  });

  it('is one placement and its targets when one of many changes', async () => {
    const { store, written } = await filled();
    const changed = facts.placement('app-7', {
      clusters: { a: 'unhealthy', b: 'healthy' },
    });
    await store.change({
      lane: 'bindings',
      upserts: [...placements.slice(0, 50), changed],
      deletes: [],
    });
    expect(await written()).toEqual({
      'inventory_placement update': 1,
      'inventory_source update': 1,
      'inventory_target update': 1,
      'inventory_transition insert': 1,
    });
  });

  it('is the progress of the round when an override policy changes nothing', async () => {
    const { store, written } = await filled();
    await store.change({
      lane: 'overrides',
      upserts: [facts.policy('images')],
      deletes: [],
    });
    await store.rederive();
    await written();

    await store.change({
      lane: 'overrides',
      upserts: [facts.policy('images', { native: { other: true } })],
      deletes: [],
    });
    await store.rederive();

    const writes = await written();
    expect(Object.keys(writes).sort()).toEqual([
      'inventory_fanout delete',
      'inventory_fanout insert',
      'inventory_fanout update',
      'inventory_policy update',
      'inventory_source update',
    ]);
    expect(writes['inventory_source update']).toBe(1);
  });
});
