import { Knex } from 'knex';
import { mockServices } from '@backstage/backend-test-utils';
import { DefaultMatchingService } from '../matching/DefaultMatchingService';
import { MatchingService } from '../matching/MatchingService';
import { pipelineToolsOf } from '../matching/pipelineToolsOf';
import { RunReader } from '../service/RunService';
import { SourceRegistry } from '../service/SourceRegistry';
import { DefaultRunReader } from '../views/runs/DefaultRunReader';
import { LaneCounter } from '../views/runs/LaneCounter';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { fakeFleet } from './fakeFleet';
import { fakeRuns } from './fakeRuns';
import { DeliverySeed, seedDelivery } from './seedDelivery';
import { Seed } from './seedInventory';
import { fakeSource } from './startTestPlugin';
import { openViewsWorld } from './viewsWorld';

/** The reader of runs over a seeded database, with a control plane `prod` and a delivery tool `tool`. */
export interface RunsWorld {
  matching: MatchingService;
  runs: RunReader;
  /** Ids of runs that were said to be on screen. */
  watched: string[];
  /** The reader where claims are shown, or where health is read as given. */
  reader(options: {
    showClaimed?: boolean;
    health?: Pick<FleetHealthReader, 'read'>;
  }): RunReader;
}

/** Seeds a migrated database and opens {@link RunsWorld} on it. */
export async function openRunsWorld(
  knex: Knex,
  seed: Seed,
  delivery: DeliverySeed,
): Promise<RunsWorld> {
  const { environments } = await openViewsWorld(knex, seed);
  await seedDelivery(knex, delivery);
  const sources = new SourceRegistry();
  sources.add(fakeSource({ fleet: fakeFleet() }));
  sources.add(
    fakeSource({ id: 'tool', type: 'tool', product: 'Tool', runs: fakeRuns() }),
  );
  const matching = DefaultMatchingService.create({
    knex,
    mappings: [],
    tools: pipelineToolsOf(sources.all),
  });
  const watched: string[] = [];
  const stored = FleetHealthReader.create({
    knex,
    sources: () => sources.known,
  });
  const reader: RunsWorld['reader'] = ({ showClaimed = false, health }) =>
    DefaultRunReader.create({
      knex,
      sources,
      environments,
      matching,
      showClaimed,
      health: health ?? stored,
      counter: LaneCounter.create(),
      logger: mockServices.logger.mock(),
      demand: {
        noteWatched: async hash => {
          watched.push(hash);
        },
      },
    });
  return { matching, runs: reader({}), watched, reader };
}
