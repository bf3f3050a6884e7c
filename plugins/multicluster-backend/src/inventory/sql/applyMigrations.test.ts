import { sharedDatabase } from '../__testUtils__/sharedDatabase';
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

  // A SQLite file serves a single replica.
  if (id !== 'SQLITE_3') {
    it('lets replicas that start together on an empty database wait for each other', async () => {
      const database = await sharedDatabase(databases, id);
      try {
        const replicas = [1, 2, 3, 4].map(() => database.connect());
        await Promise.all(replicas.map(knex => applyMigrations({}, knex)));
        expect(await replicas[0].schema.hasTable('inventory_placement')).toBe(
          true,
        );
      } finally {
        await database.remove();
      }
    });
  }

  it('leaves it to the platform where that is configured', async () => {
    const knex = await databases.init(id);
    await applyMigrations({ migrations: { skip: true } }, knex);
    expect(await knex.schema.hasTable('inventory_placement')).toBe(false);
  });
});
