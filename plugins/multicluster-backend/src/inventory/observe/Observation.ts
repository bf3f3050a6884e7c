import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { HeldLease } from '../leases/HeldLease';
import { FacetStore } from '../store/FacetStore';
import { FencedTransaction } from '../store/FencedTransaction';
import { DemandBook } from '../demand/DemandBook';
import { backOff } from './backOff';
import { LaneReports } from './LaneReports';
import { ObservedLane } from './ObservedLane';
import { OpenFacet, openFacet } from './openFacet';
import { ReportStore } from './ReportStore';

/** What an {@link Observation} runs with. */
export interface ObservationOptions {
  knex: Knex;
  logger: LoggerService;
  source: DeliverySource;
  /** Names the facet, which the source must have. */
  lease: HeldLease;
  hints: InventoryHints;
  demand: DemandBook;
  metrics?: InventoryMetrics;
  now(): number;
  /** How often what is due is written and derived again. */
  everyMs?: number;
  /** How long what is in flight may take to end. */
  graceMs?: number;
}

const HEALTHY_AFTER_MS = 60_000;
// Shorter than a lease, so that it is given away and not only left to run out.
const GRACE_MS = 8_000;

/** One facet of one source, observed under a lease until that ends. */
export class Observation {
  static async open(options: ObservationOptions): Promise<Observation> {
    const { knex, lease, source, logger, metrics, now } = options;
    // There already, unless somebody emptied the tables.
    await knex('inventory_source')
      .insert({ id: lease.sourceId, name: source.id, type: source.type })
      .onConflict()
      .ignore();
    const transaction = FencedTransaction.create(knex, lease);
    const reports = ReportStore.create(knex, lease, transaction);
    const facet = openFacet(options);
    const { store } = facet;
    await store.adoptVersion(facet.version);
    const lanes = LaneReports.create({
      source: source.id,
      facet: lease.facet,
      title: source.title ?? source.id,
      logger,
      metrics,
      lanes: await reports.lanes(),
      notes: await reports.notes(),
      retired: lane => {
        store.retireLane(lane).catch(error => {
          logger.warn(
            `${source.id}: ${lane} could not be retired: ${stringifyError(
              error,
            )}`,
          );
        });
      },
      now,
    });
    return new Observation(options, facet, reports, lanes);
  }

  readonly #options: ObservationOptions;
  readonly #facet: OpenFacet;
  readonly #store: FacetStore;
  readonly #reports: ReportStore;
  readonly #lanes: LaneReports;
  #turned = false;

  private constructor(
    options: ObservationOptions,
    facet: OpenFacet,
    reports: ReportStore,
    lanes: LaneReports,
  ) {
    this.#options = options;
    this.#facet = facet;
    this.#store = facet.store;
    this.#reports = reports;
    this.#lanes = lanes;
  }

  lanes(): ObservedLane[] {
    const { source, lease } = this.#options;
    return this.#lanes.all().map(lane => ({
      ...lane,
      source: source.id,
      facet: lease.facet,
      objects: this.#store.objectsOf(lane.name),
    }));
  }

  /** Resolves when the lease ended and everything that ran under it has. */
  async run(): Promise<void> {
    const { lease } = this.#options;
    const upkeep = this.#keepUp();
    let failures = 0;
    while (!lease.signal.aborted) {
      const started = performance.now();
      await this.#observe();
      const lasted = performance.now() - started;
      failures = lasted > HEALTHY_AFTER_MS ? 1 : failures + 1;
      await pause(backOff(failures), lease.signal);
    }
    await upkeep;
    await this.#write({ all: true });
    this.#tellTurned();
  }

  async #observe(): Promise<void> {
    const { lease } = this.#options;
    try {
      await this.#untilEnded(this.#observing());
      if (!lease.signal.aborted) {
        throw new Error('The observation ended by itself');
      }
    } catch (error) {
      if (!lease.signal.aborted) {
        this.#failed(error);
      }
    }
  }

  async #observing(): Promise<void> {
    const { lease, logger, now } = this.#options;
    await this.#facet.observe({
      signal: lease.signal,
      logger,
      report: this.#lanes,
      now,
    });
  }

  /** Waits for the observation, but not for ever once it was told to end. */
  async #untilEnded(observing: Promise<void>): Promise<void> {
    const { lease, source, logger, graceMs = GRACE_MS } = this.#options;
    const ended = new AbortController();
    const overdue = new Promise<void>(resolve => {
      const giveUp = async () => {
        await pause(graceMs, ended.signal);
        if (!ended.signal.aborted) {
          logger.warn(
            `${source.id}: the observation does not end; left behind`,
          );
        }
        resolve();
      };
      lease.signal.addEventListener('abort', giveUp, { signal: ended.signal });
    });
    try {
      await Promise.race([observing, overdue]);
    } finally {
      ended.abort();
    }
  }

  #failed(error: unknown): void {
    const { source } = this.#options;
    this.#lanes.failed({
      code: 'upstream-error',
      // The message may hold anything that the far end said; it goes to the log, which redacts, and not to readers.
      sentence: sentence('inventory.observationFailed', { source: source.id }),
    });
    this.#options.logger.warn(
      `${
        source.id
      }: the observation failed and is started again: ${stringifyError(error)}`,
    );
  }

  async #keepUp(): Promise<void> {
    const { lease, source, logger, everyMs = 1_000 } = this.#options;
    while (!lease.signal.aborted) {
      let more = false;
      try {
        this.#lanes.retireForgotten();
        more = await this.#store.rederive(lease.signal, everyMs);
        await this.#store.flushCheckpoints();
        this.#tellTurned();
        await this.#write();
      } catch (error) {
        if (!lease.signal.aborted) {
          logger.warn(
            `${source.id}: upkeep failed and is tried again: ${stringifyError(
              error,
            )}`,
          );
        }
      }
      if (!more) {
        await pause(everyMs, lease.signal);
      }
    }
  }

  /**
   * A round after it was written: every replica keeps what it read of the lanes for a second, and a page that asks sooner
   * would be told that nothing changed.
   */
  #tellTurned(): void {
    if (this.#turned) {
      this.#turned = false;
      this.#options.hints.add({
        source: this.#options.source.id,
        revision: 0,
        trust: true,
      });
    }
  }

  async #write(options?: { all: boolean }): Promise<void> {
    const lanes = this.#lanes.due(options);
    try {
      if (options?.all) {
        await this.#store.flushCheckpoints({ all: true });
      }
      await this.#reports.write(lanes, this.#lanes.dueNotes());
      this.#turned ||= this.#lanes.turned(lane => this.#store.isRead(lane));
    } catch (error) {
      this.#lanes.undo(lanes);
      // At the end the lease may be lost, and then somebody else knows better.
      if (!options?.all) {
        throw error;
      }
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {});
}
