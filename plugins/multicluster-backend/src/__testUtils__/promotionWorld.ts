import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { DatabaseClock } from '../approvals/store/DatabaseClock';
import { PortalGateReader } from '../approvals/views/PortalGateReader';
import { selectEntityRequests } from '../approvals/views/selectEntityRequests';
import { DefaultMatchingService } from '../matching/DefaultMatchingService';
import { PromotionReader } from '../service/PromotionService';
import { SourceRegistry } from '../service/SourceRegistry';
import { FleetBook } from '../views/clusters/FleetBook';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { Environments } from '../views/platform/Environments';
import { ComparableReader } from '../views/promotion/ComparableReader';
import { createPromotionReader } from '../views/promotion/createPromotionReader';
import { fakeFleet } from './fakeFleet';
import { fakeRuns } from './fakeRuns';
import { fakeSource } from './startTestPlugin';

/**
 * The promotion view over a migrated database: clusters of `plain` and runs of `tool`; nobody has read the clusters of `edge`
 * or the runs of `silent`.
 *
 * @param multicluster - configuration; `environments` above all
 */
export function openPromotion(
  knex: Knex,
  multicluster: JsonObject,
  options: { showClaimed?: boolean; without?: string[] } = {},
): {
  promotion: PromotionReader;
  comparable: ComparableReader;
  sources: SourceRegistry;
} {
  const config = new ConfigReader({ multicluster });
  const sources = new SourceRegistry();
  for (const source of [
    fakeSource({ id: 'plain', fleet: fakeFleet() }),
    fakeSource({ id: 'tool', product: 'The Tool', runs: fakeRuns() }),
    fakeSource({ id: 'edge', fleet: fakeFleet() }),
    fakeSource({ id: 'silent', runs: fakeRuns() }),
  ]) {
    if (!options.without?.includes(source.id)) {
      sources.add(source);
    }
  }
  return {
    sources,
    ...createPromotionReader({
      config,
      knex,
      sources,
      health: FleetHealthReader.create({ knex, sources: () => sources.known }),
      book: FleetBook.create({ knex }),
      environments: Environments.fromConfig(config),
      matching: DefaultMatchingService.create({ knex, mappings: [] }),
      showClaimed: options.showClaimed ?? false,
      mapped: false,
      portalGates: PortalGateReader.create({
        knex,
        clock: DatabaseClock.create(),
      }),
      requests: ref => selectEntityRequests(knex, DatabaseClock.create(), ref),
    }),
  };
}

/** Gives an entity pipelines, as matching would. */
export async function matchPipelines(
  knex: Knex,
  entityRef: string,
  keys: string[],
  confirmed = true,
): Promise<void> {
  for (const key of keys) {
    const { id } = await knex('inventory_pipeline').where({ key }).first('id');
    await knex('pipeline_match')
      .insert({
        entity_ref: entityRef,
        pipeline_id: id,
        rule: 'deployed-workload',
        confirmed,
        reason: '{}',
      })
      .onConflict(['entity_ref', 'pipeline_id'])
      .merge();
  }
}
