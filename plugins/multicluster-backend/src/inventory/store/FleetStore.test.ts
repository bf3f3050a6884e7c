import { Knex } from 'knex';
import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();

async function states(knex: Knex) {
  const rows = await knex('inventory_placement as p')
    .join('inventory_target as t', 't.placement_id', 'p.id')
    .join('inventory_cluster as c', 'c.id', 't.cluster_id')
    .select('p.key', 'c.name', 't.state', 'p.state as summary')
    .orderBy(['p.key', 'c.name']);
  return rows.map(
    row =>
      `${row.key.split('/').pop()} ${row.summary}: ${row.name} ${row.state}`,
  );
}

async function transitions(knex: Knex) {
  const rows = await knex('inventory_transition').orderBy('id');
  return rows.map(
    row =>
      `${row.subject_type} ${row.subject} ${row.field}: ${row.from_value} → ${row.to_value}`,
  );
}

async function sweep(
  store: Awaited<ReturnType<typeof openStore>>['store'],
  lane: string,
  list: Parameters<Awaited<ReturnType<typeof store.beginSweep>>['page']>[0],
  checkpoint = '100',
) {
  const started = await store.beginSweep(lane);
  await started.page(list);
  await started.complete(checkpoint);
}

describe.each(databases.eachSupportedId())('FleetStore on %s', id => {
  it('keeps what a sweep names, with the states that the source derives', async () => {
    const knex = await databases.init(id);
    const { store } = await openStore(knex);

    await sweep(store, 'clusters', [facts.cluster('a'), facts.cluster('b')]);
    await sweep(store, 'bindings', [
      facts.placement('cart', {
        clusters: { a: 'healthy', b: 'unhealthy' },
        summary: 'degraded',
      }),
    ]);

    expect(await states(knex)).toEqual([
      'cart degraded: a healthy',
      'cart degraded: b unhealthy',
    ]);
    expect(await store.checkpoint('bindings')).toBe('100');
    expect(await transitions(knex)).toEqual([]);
  });

  it('tells what changed, once the lane was complete', async () => {
    const knex = await databases.init(id);
    const { store, clock } = await openStore(knex);
    await sweep(store, 'bindings', [
      facts.placement('cart', { clusters: { a: 'healthy', b: 'healthy' } }),
    ]);

    clock.now += 60_000;
    await store.change({
      lane: 'bindings',
      upserts: [
        facts.placement('cart', {
          clusters: { a: 'unhealthy', c: 'healthy' },
          summary: 'degraded',
        }),
      ],
      deletes: [],
      checkpoint: '101',
    });

    expect(await states(knex)).toEqual([
      'cart degraded: a unhealthy',
      'cart degraded: c healthy',
    ]);
    expect((await transitions(knex)).sort()).toEqual([
      'placement a state: healthy → unhealthy',
      'placement b state: healthy → removed',
      'placement c state: null → healthy',
      'placement c version: null → unknown',
      'placement summary state: converged → degraded',
    ]);
    const { state_since: since } = await knex('inventory_placement').first();
    expect(Number(since)).toBe(clock.now);
  });
});
