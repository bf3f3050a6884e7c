import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DeliverySource,
  FleetFacet,
  ObserveContext,
  RunsFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { DemandBook } from '../demand/DemandBook';
import { SourceDemand } from '../demand/SourceDemand';
import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { RunsStore } from '../runs/RunsStore';
import { FacetStore } from '../store/FacetStore';
import { Fence } from '../store/FencedTransaction';
import { FleetStore } from '../store/FleetStore';

/** A facet that can be observed, with where its facts go. */
export interface OpenFacet {
  /** Version of the rules of the source. */
  version: string | undefined;
  store: FacetStore;
  observe(context: Omit<ObserveContext, 'sink'>): Promise<void>;
}

interface Options {
  knex: Knex;
  logger: LoggerService;
  source: DeliverySource;
  lease: Fence;
  hints: InventoryHints;
  demand: DemandBook;
  metrics?: InventoryMetrics;
  now(): number;
}

/** Opens the facet that a lease names. Throws a NotFoundError when the source has none like that. */
export function openFacet(options: Options): OpenFacet {
  const { source, lease } = options;
  if (lease.facet === 'fleet' && source.fleet) {
    return openFleet(options, source.fleet);
  }
  if (lease.facet === 'runs' && source.runs) {
    return openRuns(options, source.runs);
  }
  throw new NotFoundError(`${source.id} has no facet '${lease.facet}'`);
}

function openFleet(options: Options, facet: FleetFacet): OpenFacet {
  const store = FleetStore.create(storeOptions(options, facet));
  return {
    version: facet.version,
    store,
    observe: context => facet.observe({ ...context, sink: store }),
  };
}

function openRuns(options: Options, facet: RunsFacet): OpenFacet {
  const { knex, logger, lease, demand: book } = options;
  const store = RunsStore.create(storeOptions(options, facet));
  const demand = SourceDemand.create({
    knex,
    logger,
    book,
    sourceId: lease.sourceId,
  });
  return {
    version: facet.version,
    store,
    observe: context => facet.observe({ ...context, sink: store, demand }),
  };
}

function storeOptions<T>({ source, lease, ...options }: Options, facet: T) {
  return {
    ...options,
    source: { id: lease.sourceId, name: source.id },
    fence: lease,
    facet,
  };
}
