import { heldWorld } from '../approvals/__testUtils__/heldWorld';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { viewsOfLanes } from './viewsOfLanes';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Views of lanes on %s', id => {
  it('change with what an armed lane has placed, and with nothing else', async () => {
    const knex = await databases.init(id);
    const world = await heldWorld(knex);
    const { id: shop } = await knex('inventory_workload').first('id');
    expect(await viewsOfLanes(knex, [shop])).toEqual([]);

    await world.manage('arm');
    expect(await viewsOfLanes(knex, [shop])).toEqual(['lanes']);
    expect(await viewsOfLanes(knex, [shop + 1])).toEqual([]);

    await world.manage('disarm');
    expect(await viewsOfLanes(knex, [shop])).toEqual([]);
  });
});
