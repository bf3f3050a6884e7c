import { Knex } from 'knex';
import { seedInventory } from '../../__testUtils__/seedInventory';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { RequestRecord } from '../model/RequestRecord';
import { selectBlastRadius } from './selectBlastRadius';

jest.setTimeout(60_000);

const databases = testDatabases();
const SHOP = 'component:default/shop';

function request(partial: object): RequestRecord {
  return {
    kind: 'lane',
    source: 'east',
    subject: { lane: { policy: 'p', clusters: ['m1'] }, targets: null },
    entities: [{ entityRef: SHOP, confirmed: true }],
    ...partial,
  } as unknown as RequestRecord;
}

describe.each(databases.eachSupportedId())('selectBlastRadius on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    for (const [source, region, desired] of [
      ['east', 'eu-1', 3],
      ['west', 'eu-2', 4],
    ] as const) {
      await seedInventory(knex, {
        source,
        clusters: [{ name: 'm1', region }],
        workloads: [
          {
            name: 'shop',
            placed: {
              targets: [{ cluster: 'm1', replicas: { desired } }],
            },
          },
        ],
      });
    }
    const workloads = await knex('inventory_workload').select('id');
    await knex('entity_match').insert(
      workloads.map(({ id: workload }) => ({
        entity_ref: SHOP,
        workload_id: workload,
        confirmed: true,
        reason: '{}',
        rule: 'annotation',
      })),
    );
  });

  afterEach(() => knex.destroy());

  const radiusOf = async (partial: object) => {
    const asked = request(partial);
    return (await selectBlastRadius(knex, [asked]))(asked);
  };

  it('takes clusters of the control plane of a lane alone, whatever others are called', async () => {
    expect(await radiusOf({})).toMatchObject({
      clusters: ['m1'],
      regions: ['eu-1'],
      workloads: 1,
      replicas: 3,
    });
  });

  it('counts a cluster of each control plane for a run, which may deploy through several', async () => {
    const subject = { lane: null, targets: ['m1'] };
    expect(await radiusOf({ kind: 'gate', subject })).toMatchObject({
      clusters: ['m1'],
      regions: ['eu-1', 'eu-2'],
      workloads: 2,
      replicas: 7,
    });
  });

  it('claims nothing of entities that only say that they own it', async () => {
    const entities = [{ entityRef: SHOP, confirmed: false }];
    expect(await radiusOf({ entities })).toBeUndefined();
  });
});
