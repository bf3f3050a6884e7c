import { Promotion } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { DefaultMatchingService } from '../matching/DefaultMatchingService';
import { ViewBody } from '../service/ViewBody';
import { matchPipelines, openPromotion } from './promotionWorld';
import { MANY_ENVIRONMENTS, seedManyRuns } from './seedManyRuns';
import { component } from './shopWorld';
import { streamed } from './viewsWorld';

/**
 * Fills an empty database with runs of 30 pipelines, three of which are the shop's. Used by tests and by the bench.
 *
 * @returns what reads the promotion of the shop
 */
export async function openManyRuns(
  knex: Knex,
  runs: number,
): Promise<() => Promise<ViewBody<Promotion>>> {
  const shop = component('shop', { 'backstage.io/kubernetes-id': 'shop' });
  await applyMigrations({}, knex);
  await seedManyRuns(knex, { pipelines: 30, runs });
  await DefaultMatchingService.create({ knex, mappings: [] }).sweep(
    streamed([shop]),
  );
  await matchPipelines(
    knex,
    'component:default/shop',
    [0, 1, 2].map(n => `pipeline-${n}`),
  );
  const { promotion } = openPromotion(
    knex,
    { environments: MANY_ENVIRONMENTS },
    { without: ['edge', 'silent'] },
  );
  return () => promotion.read(shop);
}
