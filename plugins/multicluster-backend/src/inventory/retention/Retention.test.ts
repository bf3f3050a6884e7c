import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { seedApproval } from '../../__testUtils__/seedApproval';
import { facts } from '../__testUtils__/facts';
import { openRunsStore } from '../__testUtils__/openRunsStore';
import { openStore } from '../__testUtils__/openStore';
import { runsFacts } from '../__testUtils__/runsFacts';
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

  describe('of runs', () => {
    const { agent, gate, pipeline, run } = runsFacts;

    async function filled(config: object, configured = ['west']) {
      const knex = await databases.init(id);
      const opened = await openRunsStore(knex);
      const { store, clock, sourceId } = opened;
      const days = (count: number) =>
        new Date(clock.now - count * DAY).toISOString();
      await store.change({
        lane: 'runs',
        upserts: [
          agent('a'),
          pipeline('shop', { agentKey: 'a' }),
          gate('g', 'old'),
          run('old', { status: 'failed', finishedAt: days(91) }),
          run('new', { status: 'succeeded', finishedAt: days(20) }),
          run('open', { stages: { approve: 'waiting' } }),
          run(
            'alone',
            { status: 'failed', finishedAt: days(100) },
            { pipelineKey: 'gone' },
          ),
        ],
        deletes: [],
      });
      await knex('run_demand').insert({ run_id: 1, until: 1 });
      await knex('source_wake').insert({
        source_id: sourceId,
        run_key: '',
        at: 1,
      });
      await knex('pipeline_match').insert(
        (
          await knex('inventory_pipeline').pluck('id')
        ).map(pipelineId => ({
          entity_ref: 'component:default/shop',
          pipeline_id: pipelineId,
          rule: 'annotation',
          confirmed: true,
          reason: '{}',
        })),
      );
      const retention = Retention.fromConfig(
        new ConfigReader({ multicluster: { retention: config } }),
        {
          knex,
          logger: mockServices.logger.mock(),
          configured,
          now: () => clock.now,
        },
      );
      return { knex, retention };
    }

    it.each`
      config                    | kept
      ${{}}                     | ${['new', 'open']}
      ${{ runs: { days: 10 } }} | ${['open']}
      ${{ runs: '95 days' }}    | ${['new', 'old', 'open']}
    `(
      'keeps, with $config, $kept, and drops a pipeline that is gone with its last run',
      async ({ config, kept }) => {
        const { knex, retention } = await filled(config);
        await retention.prune(signal);
        expect(await knex('inventory_run').orderBy('key').pluck('key')).toEqual(
          kept,
        );
        expect(await knex('inventory_gate_fact').pluck('key')).toEqual(
          kept.includes('old') ? ['g'] : [],
        );
        expect(await knex('inventory_pipeline').pluck('key')).toEqual(['shop']);
        expect(await knex('pipeline_match')).toHaveLength(1);
        expect((await knex('inventory_lane').first()).objects).toBe(
          2 + kept.length + (kept.includes('old') ? 1 : 0),
        );
        expect(await knex('run_demand')).toEqual([]);
        expect(await knex('source_wake')).toEqual([]);
      },
    );

    it('keeps a run that an open request for approval is about, until that has ended', async () => {
      const { knex, retention } = await filled({});
      await seedApproval(knex, {
        id: 'open',
        source: 'west',
        runKey: 'old',
        state: 'delivering',
      });
      await seedApproval(knex, {
        id: 'other',
        source: 'east',
        runKey: 'alone',
      });
      await retention.prune(signal);
      expect(await knex('inventory_run').orderBy('key').pluck('key')).toEqual([
        'new',
        'old',
        'open',
      ]);

      await knex('approval_request').where('id', 'open').update('closed_at', 1);
      await retention.prune(signal);
      expect(await knex('inventory_run').orderBy('key').pluck('key')).toEqual([
        'new',
        'open',
      ]);
    });

    it('prunes far more runs than a batch holds', async () => {
      const { knex, retention } = await filled({});
      const { id: _, ...row } = await knex('inventory_run')
        .where('key', 'old')
        .first();
      for (let batch = 0; batch < 12; batch += 1) {
        await knex('inventory_run').insert(
          Array.from({ length: 100 }, (__, at) => ({
            ...row,
            hash: `${batch}-${at}`,
            key: `${batch}-${at}`,
          })),
        );
      }
      await retention.prune(signal);
      expect(await knex('inventory_run').pluck('key')).toHaveLength(2);
    });

    it('forgets all of a source that is configured nowhere', async () => {
      const { knex, retention } = await filled({}, ['east']);
      await knex('inventory_note').insert({
        source_id: 1,
        facet: 'runs',
        notes: '{}',
      });
      await knex('inventory_lease').update({ expires_at: 1 });
      await retention.prune(signal);
      for (const table of [
        'inventory_source',
        'inventory_note',
        'inventory_lane',
        'inventory_agent',
        'inventory_pipeline',
        'inventory_run',
        'inventory_gate_fact',
        'inventory_gate',
        'pipeline_match',
      ]) {
        expect(await knex(table)).toEqual([]);
      }
    });
  });

  it('forgets a source that is configured nowhere, but not while a replica observes it', async () => {
    const { knex, retention, store } = await open({}, ['east']);
    await sweepLane(store, 'clusters', [facts.cluster('a')]);
    await sweepLane(store, 'templates', [
      facts.workload('cart', { marks: { 'pipecd.dev/application': 'a' } }),
    ]);
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
      'workload_mark',
      'policy',
      'placement',
      'target',
    ]) {
      expect(await knex(`inventory_${table}`)).toEqual([]);
    }
  });
});
