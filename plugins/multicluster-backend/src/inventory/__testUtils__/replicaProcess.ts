import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { createInventory } from '../createInventory';
import { fakeRunsSource } from './fakeRunsSource';
import { fakeSource } from './fakeSource';

// A replica in a process of its own, to be killed. Its argument is the JSON of the database and of the sources.
const { database, sources } = JSON.parse(process.argv[2]);

async function main() {
  const knex = knexFactory({ ...database, useNullAsDefault: true });
  const inventory = await createInventory({
    database: { getClient: async () => knex },
    logger: mockServices.rootLogger(),
    config: new ConfigReader({}),
    sources: sources.map((source: Parameters<typeof fakeRunsSource>[0]) =>
      'runs' in source ? fakeRunsSource(source) : fakeSource(source),
    ),
  });
  inventory.start();
  // The timers of the inventory keep no process alive.
  setInterval(() => {}, 1000);
}

main();
