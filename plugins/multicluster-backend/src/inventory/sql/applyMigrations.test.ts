import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from './applyMigrations';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('applyMigrations on %s', id => {
  it('makes the tables, and the way back leaves none of them', async () => {
    const knex = await databases.init(id);
    await applyMigrations({}, knex);
    await applyMigrations({}, knex);
    expect(await knex.schema.hasTable('inventory_placement')).toBe(true);

    await knex.migrate.rollback(
      { directory: `${__dirname}/../../../migrations` },
      true,
    );
    expect(await knex.schema.hasTable('inventory_placement')).toBe(false);
    await applyMigrations({}, knex);
    expect(await knex.schema.hasTable('inventory_placement')).toBe(true);
  });

  it('leaves it to the platform where that is configured', async () => {
    const knex = await databases.init(id);
    await applyMigrations({ migrations: { skip: true } }, knex);
    expect(await knex.schema.hasTable('inventory_placement')).toBe(false);
  });
});
