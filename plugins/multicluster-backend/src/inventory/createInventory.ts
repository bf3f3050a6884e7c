import { applyMigrations } from './sql/applyMigrations';
import { configureSqlite } from './sql/configureSqlite';
import { InventoryHints } from './hints/InventoryHints';
import { Inventory, InventoryOptions } from './Inventory';

/**
 * Opens the inventory: migrates the tables and makes everything ready. Nothing is observed before `start`.
 */
export async function createInventory(
  options: InventoryOptions,
): Promise<Inventory> {
  const { database, logger } = options;
  const knex = await database.getClient();
  await configureSqlite(knex, logger);
  await applyMigrations(database, knex);
  return {
    knex,
    hints: InventoryHints.create(),
    start() {},
    async stop() {},
    sourceStatus: async () => [],
    lanes: () => [],
  };
}
