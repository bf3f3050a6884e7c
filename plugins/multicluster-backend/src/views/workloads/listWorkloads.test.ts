import { Knex } from 'knex';
import fc from 'fast-check';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { Seed } from '../../__testUtils__/seedInventory';
import { seedDelivery } from '../../__testUtils__/seedDelivery';
import { component } from '../../__testUtils__/shopWorld';
import {
  openViewsWorld,
  streamed,
  ViewsWorld,
} from '../../__testUtils__/viewsWorld';

const ID = 'backstage.io/kubernetes-id';

function image(version: string) {
  return { container: 'app', image: `registry/app:${version}`, version };
}

const seed: Seed = {
  clusters: [
    { name: 'member1', region: 'eu-west', labels: { stage: 'prod' } },
    { name: 'member2', region: 'eu-north', state: 'unreachable' },
    { name: 'edge_1', region: 'us' },
  ],
  workloads: [
    {
      name: 'cart',
      labels: { [ID]: 'cart' },
      images: [image('v1.0.0')],
      placed: {
        summary: { state: 'degraded', flags: [] },
        targets: [
          { cluster: 'member1', axes: { health: 'unhealthy' } },
          { cluster: 'member2' },
        ],
      },
    },
    {
      name: 'shop',
      namespace: 'shops',
      labels: { [ID]: 'shop' },
      images: [image('v2.0.0')],
      placed: {
        targets: [{ cluster: 'member1', versions: [image('v1.9.0')] }],
      },
    },
    {
      name: 'edge',
      kind: 'StatefulSet',
      images: [image('v2.0.0-rc%1')],
      placed: {
        targets: [
          { cluster: 'edge_1', versions: [], versionKnowledge: 'overridden' },
        ],
      },
    },
    { name: 'nobody', images: [image('v3.0.0')] },
    {
      name: 'settings',
      kind: 'ConfigMap',
      group: '',
      placed: { dependency: true, targets: [{ cluster: 'member1' }] },
    },
  ],
};

const databases = testDatabases();

describe.each(databases.eachSupportedId())('listWorkloads on %s', id => {
  let knex: Knex;
  let world: ViewsWorld;

  beforeAll(async () => {
    knex = await databases.init(id);
    world = await openViewsWorld(knex, seed);
    await seedDelivery(knex, {
      pipelines: [{ key: 'p1', name: 'shop-canary' }],
      marks: { shop: 'p1' },
    });
    await world.matching.sweep(
      streamed([
        component('shop', { [ID]: 'shop' }, 'group:default/shop-team'),
        component('cart', { [ID]: 'cart' }, 'group:default/cart-team'),
      ]),
    );
  }, 60_000);

  const names = async (filter: string, entityRefs?: string[]) =>
    (await world.workloads.list({ filter, entityRefs })).items.map(
      item => item.name,
    );

  it.each([
    ['', ['nobody', 'cart', 'edge', 'shop']],
    ['status:degraded', ['cart']],
    ['status:unhealthy', ['cart']],
    ['status:none', []],
    ['status:unplaced', ['nobody']],
    ['!status:degraded', ['nobody', 'edge', 'shop']],
    ['region:eu*', ['cart', 'shop']],
    ['region:eu-?orth', ['cart']],
    ['cluster:member1', ['cart', 'shop']],
    ['-cluster:member1', ['nobody', 'edge']],
    ['cluster:edge_1', ['edge']],
    ['cluster:edge?1', ['edge']],
    ['cluster:"edge?1"', []],
    ['cluster:member_', []],
    ['cluster:member%', []],
    ['environment:production', ['cart', 'shop']],
    ['environment:rest', ['cart']],
    ['!environment:*', ['nobody', 'edge']],
    ['kind:statefulset', ['edge']],
    ['kind:deployment,configmap name:s*', ['shop']],
    ['ns:shops', ['shop']],
    ['version:v1.*', ['cart', 'shop']],
    ['version:v2.0.0', ['shop']],
    ['version:"v2.0.0-rc%1"', ['edge']],
    ['version:v2%', []],
    ['!version:v1.*', ['nobody', 'edge']],
    ['image:*/app:v1.0.0', ['cart']],
    ['pipeline:shop-*', ['shop']],
    ['pipeline:x', []],
    ['owner:shop-team', ['shop']],
    ['owner:group:default/cart-team', ['cart']],
    ['!owner:*', ['nobody', 'edge']],
    ['entity:shop', ['shop']],
    ['source:prod sho', ['shop']],
    ['source:other', []],
    ['"\' or 1=1 --"', []],
  ])('finds by %s', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it('lists only what is confirmed as belonging to the named entities', async () => {
    expect(await names('', ['component:default/shop'])).toEqual(['shop']);
    expect(await names('', [])).toEqual([]);
  });

  it('reads every workload once by following the cursors, whatever the page size', async () => {
    for (const limit of [1, 2, 3]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.workloads.list({ limit, cursor });
        expect(page.total).toBe(4);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items.map(item => item.name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(['nobody', 'cart', 'edge', 'shop']);
    }
  });

  it('counts targets by state, shows what runs, and says how much is only last known', async () => {
    const { items, coverage } = await world.workloads.list({});
    expect(coverage).toMatchObject({ seen: 4, total: 4, stale: 1 });
    expect(items[1]).toMatchObject({
      name: 'cart',
      entityRefs: ['component:default/cart'],
      targets: { unhealthy: 1, healthy: 1 },
      clusters: 2,
      lastKnown: 1,
      versions: ['v1.0.0'],
    });
    expect(items[3].versions).toEqual(['v1.9.0']);
    expect(items[0]).toMatchObject({ unplaced: true, clusters: 0 });
  });

  it('never shows the newest version where nobody knows which one runs', async () => {
    const { items } = await world.workloads.list({ filter: 'name:edge' });
    expect(items[0].versions).toEqual([]);
  });

  it('takes any filter text without an error of the database', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('status', 'version', 'image', 'owner', 'text', 'env'),
        fc.string({ maxLength: 12 }),
        async (field, value) => {
          const quoted = value.replace(/["\\]/g, '\\$&').replace(/\0/g, '');
          const { total } = await world.workloads.list({
            filter: `${field}:"x${quoted}"`,
          });
          expect(total).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});
