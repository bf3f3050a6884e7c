import { DemandBook } from './demand/DemandBook';
import { InventoryHints } from './hints/InventoryHints';
import {
  Inventory,
  InventoryOptions,
  InventorySourceStatus,
} from './Inventory';
import { ObservationRunner } from './observe/ObservationRunner';
import { readSourceNotes } from './observe/readSourceNotes';
import { Retention } from './retention/Retention';
import { sourceIds } from './sourceIds';
import { applyMigrations } from './sql/applyMigrations';
import { cacheStatements } from './sql/cacheStatements';
import { configureSqlite } from './sql/configureSqlite';
import { requireEngine } from './sql/requireEngine';

/**
 * Opens the inventory: migrates the tables and makes everything ready. Nothing is observed before `start`.
 *
 * Throws an InputError when the configured retention cannot be read, or when the database is of a kind we do not speak.
 */
export async function createInventory(
  options: InventoryOptions,
): Promise<Inventory> {
  const { database, logger, config, sources, metrics } = options;
  const now = options.clock ?? Date.now;
  const knex = await database.getClient();
  requireEngine(knex);
  await configureSqlite(knex, logger);
  await applyMigrations(database, knex);
  await cacheStatements(knex);
  const ids = await sourceIds(knex, sources);
  const hints = InventoryHints.create();
  const demand = DemandBook.create({ knex, ids });
  const runner = ObservationRunner.create({
    knex,
    logger,
    sources,
    ids,
    hints,
    demand,
    metrics,
    now,
    timing: options.leases,
  });
  const retention = Retention.fromConfig(config, {
    knex,
    logger,
    configured: [
      ...sources.map(({ id }) => id),
      ...(options.brokenSources ?? []),
    ],
    now,
  });
  return {
    knex,
    hints,
    demand,
    start() {
      runner.start();
    },
    async stop() {
      await runner.stop();
      hints.stop();
    },
    prune: signal => retention.prune(signal),
    async sourceStatus(): Promise<InventorySourceStatus[]> {
      const notes = await readSourceNotes(knex);
      const observed = runner.observed();
      return sources.map(({ id }) => ({
        ...(notes.get(id) ?? { facts: [] }),
        id,
        observedHere: observed.has(id),
      }));
    },
    lanes: () => runner.lanes(),
  };
}
