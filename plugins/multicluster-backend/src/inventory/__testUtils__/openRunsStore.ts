import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { InventoryHints } from '../hints/InventoryHints';
import { RunsStore } from '../runs/RunsStore';
import { applyMigrations } from '../sql/applyMigrations';
import { fakeRunsFacet } from './fakeRunsFacet';

/** A store of runs over an empty database whose lease is held, with a clock that stands still until it is moved. */
export async function openRunsStore(knex: Knex) {
  await applyMigrations({}, knex);
  await knex('inventory_source').insert({ name: 'west', type: 'fake' });
  const { id } = await knex('inventory_source').first('id');
  const fence = { sourceId: id, facet: 'runs', owner: 'me', fence: 1 };
  await knex('inventory_lease').insert({
    source_id: id,
    facet: 'runs',
    owner: 'me',
    fence: 1,
    expires_at: Date.now() + 3600_000,
  });
  const clock = { now: Date.parse('2026-01-01T00:00:00Z') };
  const hints = InventoryHints.create();
  const facet = fakeRunsFacet();
  const logger = mockServices.logger.mock();
  const open = () =>
    RunsStore.create({
      knex,
      logger,
      source: { id, name: 'west' },
      fence,
      facet,
      hints,
      now: () => clock.now,
    });
  return {
    store: open(),
    reopen: open,
    clock,
    hints,
    facet,
    logger,
    sourceId: id,
  };
}
