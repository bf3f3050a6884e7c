import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { DemandBook } from './demand/DemandBook';
import { InventoryHints } from './hints/InventoryHints';
import { InventoryMetrics } from './InventoryMetrics';
import { ObservedLane } from './observe/ObservedLane';

/** What an {@link Inventory} is created with. */
export interface InventoryOptions {
  database: DatabaseService;
  logger: LoggerService;
  config: Config;
  sources: DeliverySource[];
  /** Names of configured sources that cannot be used: what is stored of them is kept as last known. */
  brokenSources?: string[];
  metrics?: InventoryMetrics;
  /** Milliseconds since the epoch; for tests. Leases use the clock of the database instead. */
  clock?: () => number;
  /** How long a lease lasts without renewal, and how often leases are looked at; for tests. */
  leases?: { ttlMs: number; everyMs: number };
}

/** What a source said of itself, as every replica can read it. How its lanes fare is in `inventory_lane`. */
export interface InventorySourceStatus {
  /** Configured name. */
  id: string;
  /** Versions served, features it lacks. */
  facts: Sentence[];
  /** Verbs the credential lacks, as YAML to apply. */
  missingRbac?: string;
  /** Whether this replica observes it. */
  observedHere: boolean;
}

/** Everything observed, kept in tables that every replica reads. */
export interface Inventory {
  /** The plugin's database, migrated and set up. */
  readonly knex: Knex;
  /** Tells what changed, in this process. */
  readonly hints: InventoryHints;
  /** Tells whoever observes what readers look at and what webhooks named. */
  readonly demand: Pick<DemandBook, 'noteWatched' | 'wake'>;
  /** Begins to take leases and to observe. Returns at once: nothing waits for a source. */
  start(): void;
  /** Ends the observations, writes what was held back and gives the leases to the other replicas. */
  stop(): Promise<void>;
  /** Deletes what is kept no longer; ends soon when it is told to. */
  prune(signal: AbortSignal): Promise<void>;
  /** What each source said of itself, in the order of configuration. */
  sourceStatus(): Promise<InventorySourceStatus[]>;
  /** The lanes that this replica observes, for gauges. */
  lanes(): ObservedLane[];
}
