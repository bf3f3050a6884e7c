import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { sweepLane } from '../__testUtils__/sweepLane';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('since when, on %s', id => {
  async function open() {
    const knex = await databases.init(id);
    const { store, clock } = await openStore(knex);
    /** Seconds since the clock was started, with "at least" where nobody saw it begin. */
    const sinces = async () => {
      const started = Date.parse('2026-01-01T00:00:00Z');
      const rows = [
        ...(await knex('inventory_placement').orderBy('key')),
        ...(await knex('inventory_target').orderBy('placement_id')),
      ];
      return rows.map(
        ({ state, state_since, derived }) =>
          `${state} ${JSON.parse(derived).firstSeen ? 'at least ' : ''}${
            (Number(state_since) - started) / 1000
          }`,
      );
    };
    const change = (native: Parameters<typeof facts.placement>[1]) =>
      store.change({
        lane: 'bindings',
        upserts: [facts.placement('cart', native)],
        deletes: [],
      });
    return { store, clock, sinces, change };
  }
  const healthy = { clusters: { a: 'healthy' } };

  it('is at least since it was first seen, until it changes', async () => {
    const { store, clock, sinces, change } = await open();
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    expect(await sinces()).toEqual([
      'converged at least 0',
      'healthy at least 0',
    ]);

    clock.now += 60_000;
    await sweepLane(store, 'templates', [facts.workload('cart')]);
    expect(await sinces()).toEqual([
      'converged at least 0',
      'healthy at least 0',
    ]);

    await change({ clusters: { a: 'unhealthy' }, summary: 'degraded' });
    expect(await sinces()).toEqual(['degraded 60', 'unhealthy 60']);
  });

  it('is when it appeared, of what appears while somebody looks', async () => {
    const { store, clock, sinces, change } = await open();
    await sweepLane(store, 'bindings', []);
    clock.now += 60_000;
    await change(healthy);

    expect(await sinces()).toEqual(['converged 60', 'healthy 60']);
  });

  it('is what the source tells, where it does', async () => {
    const { store, clock, sinces } = await open();
    const since = clock.now - 3_600_000;
    await sweepLane(store, 'bindings', [
      facts.placement('cart', { ...healthy, since }),
    ]);

    expect(await sinces()).toEqual(['converged -3600', 'healthy -3600']);
  });
});
