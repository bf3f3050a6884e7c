import { mockServices } from '@backstage/backend-test-utils';
import { FleetFacet } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { InventoryHints } from '../hints/InventoryHints';
import { applyMigrations } from '../sql/applyMigrations';
import { FleetStore } from '../store/FleetStore';
import { fakeFacet } from './fakeFacet';

/** A store over an empty database whose lease is held, with a clock that stands still until it is moved. */
export async function openStore(
  knex: Knex,
  options?: {
    facet?: Pick<FleetFacet, 'derive'>;
    overrideLanes?: string[];
    now?: () => number;
  },
) {
  await applyMigrations({}, knex);
  await knex('inventory_source').insert({ name: 'west', type: 'fake' });
  const { id } = await knex('inventory_source').first('id');
  const fence = { sourceId: id, facet: 'fleet', owner: 'me', fence: 1 };
  await knex('inventory_lease').insert({
    source_id: id,
    facet: 'fleet',
    owner: 'me',
    fence: 1,
    expires_at: Date.now() + 3600_000,
  });
  const clock = { now: Date.parse('2026-01-01T00:00:00Z') };
  const hints = InventoryHints.create();
  const facet = fakeFacet();
  const overrideLanes = options?.overrideLanes;
  const open = () =>
    FleetStore.create({
      knex,
      logger: mockServices.logger.mock(),
      source: { id, name: 'west' },
      fence,
      facet: { ...(options?.facet ?? facet), overrideLanes },
      hints,
      now: options?.now ?? (() => clock.now),
    });
  return { store: open(), reopen: open, clock, hints, facet, sourceId: id };
}
