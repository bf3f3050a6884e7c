import { Knex } from 'knex';
import { Seed } from '../../__testUtils__/seedInventory';
import { openViewsWorld } from '../../__testUtils__/viewsWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ImpactReader } from '../impact/ImpactReader';
import { countAffected } from './countAffected';
import { selectClusterRows } from './selectClusterRows';

const seed: Seed = {
  clusters: [
    { name: 'eu1', region: 'eu', state: 'unreachable' },
    { name: 'eu2', region: 'eu' },
    { name: 'nowhere', state: 'not-ready' },
  ],
  workloads: [
    {
      name: 'shop',
      placed: { targets: [{ cluster: 'eu1' }, { cluster: 'eu2' }] },
    },
    {
      name: 'cart',
      placed: { targets: [{ cluster: 'eu1' }, { cluster: 'nowhere' }] },
    },
    { name: 'well', placed: { targets: [{ cluster: 'eu2' }] } },
    {
      name: 'settings',
      kind: 'ConfigMap',
      group: '',
      placed: {
        dependency: true,
        targets: [{ cluster: 'eu1' }, { cluster: 'nowhere' }],
      },
    },
  ],
};

const databases = testDatabases();

describe.each(databases.eachSupportedId())('countAffected on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await openViewsWorld(knex, seed);
  }, 60_000);

  it('counts what the pages of the lost clusters list, and not what others only depend on', async () => {
    const affected = await countAffected(knex);
    expect([...affected].sort()).toEqual([
      ['', 1],
      ['eu', 2],
    ]);
    const clusters = await selectClusterRows(knex);
    const impact = ImpactReader.create({ knex, sources: new SourceRegistry() });
    for (const [name, region] of [
      ['eu1', 'eu'],
      ['nowhere', ''],
    ]) {
      const cluster = clusters.find(item => item.name === name)!;
      const { impactTotal } = await impact.read(cluster, {});
      expect(impactTotal).toBe(affected.get(region));
    }
  });
});
