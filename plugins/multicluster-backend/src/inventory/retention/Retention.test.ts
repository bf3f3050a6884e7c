import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { sweepLane } from '../__testUtils__/sweepLane';
import { testDatabases } from '../__testUtils__/testDatabases';
import { Retention } from './Retention';

jest.setTimeout(60_000);

const databases = testDatabases();
const { signal } = new AbortController();
const DAY = 24 * 3600_000;

describe.each(databases.eachSupportedId())('Retention on %s', id => {
  async function open(config: object, configured = ['west']) {
    const knex = await databases.init(id);
    const opened = await openStore(knex);
    const { clock } = opened;
    const retention = Retention.fromConfig(
      new ConfigReader({ multicluster: { retention: config } }),
      {
        knex,
        logger: mockServices.logger.mock(),
        configured,
        now: () => clock.now,
      },
    );
    return { knex, retention, ...opened };
  }

  it.each`
    config                           | kept
    ${{}}                            | ${[0, 30, 89]}
    ${{ transitions: { days: 30 } }} | ${[0, 30]}
    ${{ transitions: '12 hours' }}   | ${[0]}
  `(
    'keeps, with $config, transitions of $kept days ago',
    async ({ config, kept }) => {
      const { knex, retention, clock, sourceId } = await open(config);
      await knex('inventory_transition').insert(
        [0, 30, 89, 91, 400].map(days => ({
          source_id: sourceId,
          subject_type: 'cluster',
          subject_id: 1,
          subject: 'a',
          field: 'state',
          to_value: String(days),
          at: clock.now - days * DAY,
        })),
      );
      await retention.prune(signal);
      const left = await knex('inventory_transition').orderBy('at', 'desc');
      expect(left.map(row => Number(row.to_value))).toEqual(kept);
    },
  );

  it('prunes far more than a batch holds', async () => {
    const { knex, retention, sourceId } = await open({});
    for (let batch = 0; batch < 12; batch += 1) {
      await knex('inventory_transition').insert(
        Array.from({ length: 100 }, () => ({
          source_id: sourceId,
          subject_type: 'cluster',
          subject_id: 1,
          subject: 'a',
          field: 'state',
          to_value: 'ready',
          at: batch,
        })),
      );
    }
    await retention.prune(signal);
    expect(await knex('inventory_transition')).toEqual([]);
  });

  it('forgets a source that is configured nowhere, but not while a replica observes it', async () => {
    const { knex, retention, store } = await open({}, ['east']);
    await sweepLane(store, 'clusters', [facts.cluster('a')]);
    await sweepLane(store, 'templates', [facts.workload('cart')]);
    await sweepLane(store, 'overrides', [facts.policy('images')]);
    await sweepLane(store, 'bindings', [
      facts.placement('cart', { clusters: { a: 'healthy' } }),
    ]);
    await retention.prune(signal);
    expect(await knex('inventory_target')).toHaveLength(1);

    await knex('inventory_lease').update({ expires_at: 1 });
    await retention.prune(signal);
    for (const table of [
      'source',
      'lease',
      'lane',
      'fanout',
      'cluster',
      'workload',
      'policy',
      'placement',
      'target',
    ]) {
      expect(await knex(`inventory_${table}`)).toEqual([]);
    }
  });
});
