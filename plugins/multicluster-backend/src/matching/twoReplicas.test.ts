import knexFactory, { Knex } from 'knex';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { fakeRuns } from '../__testUtils__/fakeRuns';
import { seedDelivery } from '../__testUtils__/seedDelivery';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import { openViewsWorld, streamed } from '../__testUtils__/viewsWorld';
import { DefaultMatchingService } from './DefaultMatchingService';
import { pipelineToolsOf } from './pipelineToolsOf';

const ID = 'backstage.io/kubernetes-id';
const databases = testDatabases();

describe.each(databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3'))(
  'matching of two replicas on %s',
  id => {
    let knex: Knex;
    let other: Knex;

    beforeEach(async () => {
      knex = await databases.init(id);
      other = knexFactory({ ...knex.client.config });
    }, 60_000);
    afterEach(async () => {
      await other.destroy();
      await knex.destroy();
    });

    it('ends with the match of the label a workload has now, whichever replica began first', async () => {
      const { matching } = await openViewsWorld(knex, shopWorld);
      await matching.sweep(
        streamed([
          component('shop', { [ID]: 'old' }),
          component('other', { [ID]: 'new' }),
        ]),
      );
      const label = (kubernetesId: string) =>
        knex('inventory_workload')
          .where({ name: 'nobody' })
          .update({ kubernetes_id: kubernetesId });
      const { id: workload } = await knex('inventory_workload')
        .where({ name: 'nobody' })
        .first('id');

      await label('old');
      // Nobody can write matches for a moment: the first has read the old label and waits to write what follows from it.
      const held = await other.transaction();
      await held.raw('LOCK TABLE entity_match IN SHARE MODE');
      const first = matching.matchWorkloads([workload]);
      await waiting(knex, 1);
      await label('new');
      const second = DefaultMatchingService.create({
        knex: other,
        mappings: [],
      }).matchWorkloads([workload]);
      await waiting(knex, 2);
      await held.commit();
      await Promise.all([first, second]);

      expect(
        await knex('entity_match')
          .where({ workload_id: workload })
          .pluck('entity_ref'),
      ).toEqual(['component:default/other']);
    });

    it('ends with the match of the labels a pipeline has now, whichever replica began first', async () => {
      const { matching } = await openViewsWorld(knex, shopWorld);
      const tools = pipelineToolsOf([{ id: 'tool', runs: fakeRuns() }]);
      const replica = (own: Knex) =>
        DefaultMatchingService.create({ knex: own, mappings: [], tools });
      await matching.sweep(streamed([]));
      await seedDelivery(knex, { pipelines: [{ key: 'moving' }] });
      const first = replica(knex);
      await first.sweep(
        streamed([
          component('shop', { 'fairway.io/pipelines': 'label=of:shop' }),
          component('other', { 'fairway.io/pipelines': 'label=of:other' }),
        ]),
      );
      const { id: pipeline } = await knex('inventory_pipeline').first('id');
      const label = (of: string) =>
        knex('inventory_pipeline').update({
          fact: JSON.stringify({ labels: { of } }),
        });

      await label('shop');
      const held = await other.transaction();
      await held.raw('LOCK TABLE pipeline_match IN SHARE MODE');
      const begun = first.matchPipelines([pipeline]);
      await waiting(knex, 1);
      await label('other');
      const second = replica(other).matchPipelines([pipeline]);
      await waiting(knex, 2);
      await held.commit();
      await Promise.all([begun, second]);

      expect(await knex('pipeline_match').pluck('entity_ref')).toEqual([
        'component:default/other',
      ]);
    });
  },
);

/** Waits until so many connections to this database wait for a lock. */
async function waiting(knex: Knex, count: number): Promise<void> {
  for (;;) {
    const { rows } = await knex.raw(
      `SELECT count(*) AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (Number(rows[0].waiting) >= count) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
