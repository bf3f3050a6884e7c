import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '../__testUtils__/eventually';
import { facts } from '../__testUtils__/facts';
import { fakeSource } from '../__testUtils__/fakeSource';
import { openStore } from '../__testUtils__/openStore';
import { DemandBook } from '../demand/DemandBook';
import { Observation } from './Observation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Observation', () => {
  async function open(source = fakeSource(), now = Date.now) {
    const knex = await databases.init('SQLITE_3');
    const { sourceId, hints } = await openStore(knex);
    const abort = new AbortController();
    const lease = {
      sourceId,
      facet: 'fleet',
      owner: 'me',
      fence: 1,
      signal: abort.signal,
      lost: jest.fn(() => abort.abort()),
    };
    const logger = mockServices.logger.mock();
    const metrics = {
      relist: jest.fn(),
      error: jest.fn(),
      committed: jest.fn(),
    };
    const observation = await Observation.open({
      knex,
      logger,
      source,
      lease,
      hints,
      demand: DemandBook.create({ knex, ids: new Map() }),
      metrics,
      now,
      everyMs: 20,
      graceMs: 100,
    });
    return { knex, observation, abort, lease, logger, metrics, hints };
  }

  it('writes what it held back when it is told to end', async () => {
    const { knex, observation, abort } = await open(
      fakeSource({
        observe: async ({ signal, sink, report }) => {
          const sweep = await sink.beginSweep('bindings');
          await sweep.complete('1');
          await sink.change({
            lane: 'bindings',
            upserts: [],
            deletes: [],
            checkpoint: '2',
          });
          report.contact('bindings');
          await new Promise(resolve =>
            signal.addEventListener('abort', resolve),
          );
        },
      }),
    );
    const running = observation.run();
    await eventually(async () =>
      expect(await knex('inventory_lane').pluck('checkpoint')).toEqual(['1']),
    );
    await eventually(() =>
      expect(observation.lanes()[0]?.contactAt).toBeGreaterThan(0),
    );
    abort.abort();
    await running;
    const lane = await knex('inventory_lane').first();
    expect(lane.checkpoint).toBe('2');
    expect(Number(lane.contact_at)).toBeGreaterThan(0);
  });

  it('leaves an observation behind that does not end', async () => {
    const source = fakeSource({ observe: () => new Promise(() => {}) });
    const { observation, abort, logger } = await open(source);
    const running = observation.run();
    await eventually(() => expect(source.observations).toHaveLength(1));
    abort.abort();
    await running;
    expect(logger.warn.mock.calls).toEqual([
      ['west: the observation does not end; left behind'],
    ]);
  });

  it('learns from a refused commit that the lease is lost, whatever the source makes of it', async () => {
    const source = fakeSource({
      observe: async ({ signal, sink }) => {
        while (!signal.aborted) {
          await sink
            .change({ lane: 'x', upserts: [], deletes: [], checkpoint: '1' })
            .catch(() => {});
          await new Promise(resolve => setTimeout(resolve, 10));
        }
      },
    });
    const { knex, observation, lease } = await open(source);
    const running = observation.run();
    await eventually(() => expect(source.observations).toHaveLength(1));
    await knex('inventory_lease').update({ owner: 'thief' });
    await running;
    expect(lease.lost).toHaveBeenCalled();
  });

  it('counts what it reads and what goes wrong', async () => {
    const source = fakeSource({ placements: 30 });
    const { observation, abort, metrics } = await open(source);
    const running = observation.run();
    await eventually(() =>
      expect(observation.lanes()).toMatchObject([{ objects: 30 }]),
    );
    source.observations[0].report.problem('bindings', {
      code: 'forbidden',
      sentence: { code: 'x', params: {}, text: 'no' },
    });
    abort.abort();
    await running;
    const labels = { source: 'west', facet: 'fleet', lane: 'bindings' };
    expect(metrics.relist.mock.calls).toEqual([[labels]]);
    expect(metrics.error.mock.calls).toEqual([
      [{ ...labels, code: 'forbidden' }],
    ]);
    const written = metrics.committed.mock.calls.map(([, one]) => one.facts);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(30);
  });

  it('tells once that a lane was read, began to fail and is read again, however often it is tried', async () => {
    const source = fakeSource({ placements: 0 });
    const begun = Date.now();
    // A hundred times as fast: a lane that flaps is written every five seconds at most.
    const hurry = () => begun + (Date.now() - begun) * 100;
    const { knex, observation, abort, hints } = await open(source, hurry);
    let told = 0;
    hints.onChange(changes => {
      told += changes.filter(change => change.trust).length;
    });
    const running = observation.run();
    await eventually(() => expect(told).toBe(1));
    const [{ report }] = source.observations;
    const fail = () =>
      report.problem('bindings', {
        code: 'forbidden',
        sentence: { code: 'x', params: {}, text: `no ${Math.random()}` },
      });
    fail();
    await eventually(() => expect(told).toBe(2));
    const { problem } = await knex('inventory_lane').first();
    expect(problem).toContain('forbidden');
    for (let times = 0; times < 5; times++) {
      fail();
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await eventually(async () => {
      const written = await knex('inventory_lane').first();
      expect(written.errors).toBe(6);
    });
    report.recovered('bindings');
    await eventually(() => expect(told).toBe(3));
    expect((await knex('inventory_lane').first()).problem).toBeNull();
    abort.abort();
    await running;
    expect(told).toBe(3);
  });

  it('stores what changes after the database failed for a moment', async () => {
    const source = fakeSource();
    const { knex, observation, abort, logger } = await open(source);
    const running = observation.run();
    await eventually(() =>
      expect(observation.lanes()).toMatchObject([{ objects: 3 }]),
    );
    await knex.schema.renameTable('inventory_placement', 'gone');
    await eventually(() =>
      expect(JSON.stringify(logger.warn.mock.calls)).toContain(
        'upkeep failed and is tried again',
      ),
    );
    await knex.schema.renameTable('gone', 'inventory_placement');
    const [{ sink }] = source.observations;
    await sink.change({
      lane: 'bindings',
      upserts: [facts.placement('later', { clusters: { a: 'healthy' } })],
      deletes: [],
    });
    await eventually(async () =>
      expect(await knex('inventory_placement')).toHaveLength(4),
    );
    abort.abort();
    await running;
  });
});
