import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { openViewsWorld } from '../../__testUtils__/viewsWorld';
import { UnplacedBook } from '../unplaced/UnplacedBook';
import { selectInStates } from './selectInStates';

const CLUSTERS = ['a', 'b', 'c'];
const databases = testDatabases();

describe.each(databases.eachSupportedId())('selectInStates on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await openViewsWorld(knex, {
      clusters: CLUSTERS.map(name => ({ name })),
      workloads: ['one', 'two', 'three', 'four'].map(name => ({
        name,
        placed: {
          summary: {
            state: name === 'one' ? 'degraded' : 'converged',
            flags: [],
          },
          targets: CLUSTERS.map(cluster => ({
            cluster,
            axes: { health: name === 'four' ? 'unhealthy' : 'healthy' },
          })),
        },
      })),
    });
  }, 60_000);

  const find = async (texts: string[], most: number) => {
    const ids = await selectInStates(
      knex,
      texts.map(text => ({ text, literal: false })),
      {
        most,
        untrusted: { clusterIds: [], laneIds: [] },
        unplaced: UnplacedBook.create({ knex, most }),
      },
    );
    return (
      ids &&
      (await knex('inventory_workload')
        .whereIn('id', ids)
        .orderBy('id')
        .pluck('name'))
    );
  };

  it('finds what is in a state by its placement or by any of its targets', async () => {
    expect(await find(['degraded'], 10)).toEqual(['one']);
    expect(await find(['unhealthy'], 10)).toEqual(['four']);
    expect(await find(['degraded', 'unhealthy'], 10)).toEqual(['one', 'four']);
    expect(await find(['suspended'], 10)).toEqual([]);
  });

  it('never leaves out any because others are in the state on several clusters', async () => {
    const healthy = ['one', 'two', 'three'];
    for (let most = 1; most < 12; most++) {
      expect([undefined, healthy]).toContainEqual(
        await find(['healthy'], most),
      );
    }
    expect(await find(['healthy'], 12)).toEqual(healthy);
  });
});
