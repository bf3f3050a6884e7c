import { LoggerService } from '@backstage/backend-plugin-api';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { DemandBook } from '../demand/DemandBook';
import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { HeldLease } from '../leases/HeldLease';
import { LeaseKeeper } from '../leases/LeaseKeeper';
import { Observation } from './Observation';
import { observedFacets } from './observedFacets';
import { ObservedLane } from './ObservedLane';

interface ObservationRunnerOptions {
  knex: Knex;
  logger: LoggerService;
  sources: DeliverySource[];
  /** Ids of the sources in the tables, by configured name. */
  ids: ReadonlyMap<string, number>;
  hints: InventoryHints;
  demand: DemandBook;
  metrics?: InventoryMetrics;
  now(): number;
  /** Of the leases; for tests. */
  timing?: { ttlMs: number; everyMs: number };
}

/** Observes every facet whose lease this replica holds. */
export class ObservationRunner {
  static create(options: ObservationRunnerOptions) {
    return new ObservationRunner(options);
  }

  readonly #options: ObservationRunnerOptions;
  readonly #sources: ReadonlyMap<number, DeliverySource>;
  readonly #keeper: LeaseKeeper;
  readonly #running = new Map<HeldLease, Observation>();

  private constructor(options: ObservationRunnerOptions) {
    const { knex, logger, sources, ids, timing } = options;
    this.#options = options;
    this.#sources = new Map(
      sources.map(source => [ids.get(source.id) ?? 0, source]),
    );
    this.#keeper = LeaseKeeper.create({
      knex,
      logger,
      keys: [...this.#sources].flatMap(([sourceId, source]) =>
        observedFacets(source).map(facet => ({ sourceId, facet })),
      ),
      work: lease => this.#observe(lease),
      ...timing,
    });
  }

  start(): void {
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    await this.#keeper.stop();
  }

  lanes(): ObservedLane[] {
    return [...this.#running.values()].flatMap(one => one.lanes());
  }

  /** Configured names of the sources of which this replica observes a facet. */
  observed(): Set<string> {
    const names = [...this.#running.keys()].map(
      ({ sourceId }) => this.#sources.get(sourceId)?.id ?? '',
    );
    return new Set(names);
  }

  async #observe(lease: HeldLease): Promise<void> {
    const source = this.#sources.get(lease.sourceId);
    if (!source) {
      return;
    }
    const logger = this.#options.logger.child({ source: source.id });
    const observation = await Observation.open({
      ...this.#options,
      logger,
      source,
      lease,
    });
    this.#running.set(lease, observation);
    logger.info(`${source.id}: ${lease.facet} observed by this replica`);
    try {
      await observation.run();
    } finally {
      this.#running.delete(lease);
      logger.info(
        `${source.id}: ${lease.facet} no longer observed by this replica`,
      );
    }
  }
}
