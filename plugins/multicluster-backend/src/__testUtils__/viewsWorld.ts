import { Knex } from 'knex';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { DefaultMatchingService } from '../matching/DefaultMatchingService';
import { MatchingService } from '../matching/MatchingService';
import { NamespaceMapping } from '../matching/rules';
import { SourceRegistry } from '../service/SourceRegistry';
import { WorkloadReader } from '../service/WorkloadService';
import { FleetBook } from '../views/clusters/FleetBook';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { ConfigReader } from '@backstage/config';
import { Environments } from '../views/platform/Environments';
import { DefaultWorkloadReader } from '../views/workloads/DefaultWorkloadReader';
import { UnplacedBook } from '../views/unplaced/UnplacedBook';
import { FEW } from '../views/workloads/selectFewWorkloads';
import { WorkloadCounter } from '../views/workloads/WorkloadCounter';
import { Entity } from '@backstage/catalog-model';
import { fakeSource } from './startTestPlugin';
import { Seed, seedInventory } from './seedInventory';

/** The readers over a seeded database. */
export interface ViewsWorld {
  matching: MatchingService;
  sources: SourceRegistry;
  health: FleetHealthReader;
  environments: Environments;
  book: FleetBook;
  workloads: WorkloadReader;
}

/** Seeds a migrated database and opens {@link ViewsWorld} on it. */
export async function openViewsWorld(
  knex: Knex,
  seed: Seed,
  mappings: NamespaceMapping[] = [],
): Promise<ViewsWorld> {
  await applyMigrations({}, knex);
  await seedInventory(knex, seed);
  const sources = new SourceRegistry();
  sources.add(fakeSource());
  const health = FleetHealthReader.create({
    knex,
    sources: () => sources.known,
  });
  const environments = Environments.fromConfig(
    new ConfigReader({
      multicluster: {
        environments: [
          { name: 'production', clusters: { labels: { stage: 'prod' } } },
          { name: 'rest', clusters: { names: ['member*'] } },
        ],
      },
    }),
  );
  const book = FleetBook.create({ knex });
  return {
    matching: DefaultMatchingService.create({ knex, mappings }),
    sources,
    health,
    environments,
    book,
    workloads: DefaultWorkloadReader.create({
      knex,
      book,
      counter: WorkloadCounter.create(knex),
      unplaced: UnplacedBook.create({ knex, most: FEW }),
      environments,
      health,
      sources,
    }),
  };
}

/** Pages of entities, as the catalog streams them. */
export async function* streamed(
  ...pages: Entity[][]
): AsyncGenerator<Entity[]> {
  yield* pages;
}
