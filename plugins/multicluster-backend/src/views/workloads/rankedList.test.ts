import {
  WorkloadCondition,
  workloadConditions,
  workloadCondition,
  workloadSeverity,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { Seed, SeedWorkload } from '../../__testUtils__/seedInventory';
import { component } from '../../__testUtils__/shopWorld';
import {
  openViewsWorld,
  streamed,
  ViewsWorld,
} from '../../__testUtils__/viewsWorld';

const ID = 'backstage.io/kubernetes-id';

function placed(
  name: string,
  state:
    | 'converged'
    | 'progressing'
    | 'degraded'
    | 'unscheduled'
    | 'scheduling-suspended',
  clusters: string[],
  extra?: Partial<SeedWorkload>,
): SeedWorkload {
  return {
    name,
    ...extra,
    placed: {
      summary: { state, flags: [] },
      targets: clusters.map(cluster => ({ cluster })),
    },
  };
}

const seed: Seed = {
  clusters: [
    { name: 'up' },
    { name: 'up2' },
    { name: 'lost', state: 'unreachable' },
  ],
  workloads: [
    placed('a-well', 'converged', ['up']),
    placed('b-rolling', 'progressing', ['up']),
    placed('c-lost', 'converged', ['up', 'lost']),
    placed('d-held', 'scheduling-suspended', ['lost']),
    placed('e-short', 'degraded', ['up', 'lost']),
    { name: 'f-nowhere' },
    placed('g-withdrawn', 'unscheduled', []),
    placed('h-well', 'converged', ['up2'], { labels: { [ID]: 'shop' } }),
    placed('i-short', 'degraded', ['up'], { labels: { [ID]: 'shop' } }),
    placed('j-both', 'converged', ['up2', 'lost'], {
      labels: { [ID]: 'shop' },
    }),
    // Nobody means these to be placed.
    { name: 'view', kind: 'ClusterRole', namespace: '', images: [] },
    { name: 'settings', kind: 'ConfigMap', group: '', images: [] },
    // These somebody does.
    {
      name: 'k-named',
      kind: 'Service',
      group: '',
      images: [],
      labels: { [ID]: 'shop' },
    },
    {
      name: 'l-claimed',
      kind: 'ConfigMap',
      group: '',
      images: [],
      policyId: 'p1',
    },
  ],
};

const RANKED = [
  'g-withdrawn',
  'f-nowhere',
  'k-named',
  'l-claimed',
  'e-short',
  'i-short',
  'd-held',
  'c-lost',
  'j-both',
  'b-rolling',
  'a-well',
  'h-well',
];

const databases = testDatabases();

describe.each(databases.eachSupportedId())('ranked lists on %s', id => {
  let knex: Knex;
  let world: ViewsWorld;

  const open = async (entities: Parameters<typeof component>[] = []) => {
    knex = await databases.init(id);
    world = await openViewsWorld(knex, seed);
    await world.matching.sweep(
      streamed(entities.map(args => component(...args))),
    );
  };
  const names = async (filter = '', entityRefs?: string[]) =>
    (await world.workloads.list({ filter, entityRefs })).items.map(
      item => item.name,
    );
  const lane = (name: string) => knex('inventory_lane').where({ name });
  const fail = async (name: string) =>
    lane(name).update({
      problem: JSON.stringify({
        code: 'forbidden',
        sentence: { code: 'x', params: {}, text: 'no' },
      }),
      problem_since: Date.now(),
    });

  it('puts the worst first, then goes by name, and leaves out what nobody means to place', async () => {
    await open();
    expect(await names()).toEqual(RANKED);
    const { items, total } = await world.workloads.list({});
    expect(total).toBe(RANKED.length);
    const ranks = items.map(item => workloadSeverity(workloadCondition(item)));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it.each([1, 2, 5, 11])(
    'reads everything once by following cursors, %i at a time',
    async limit => {
      await open();
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.workloads.list({ limit, cursor });
        seen.push(...page.items.map(item => item.name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(RANKED);
    },
  );

  it('finds what is only last known', async () => {
    await open();
    expect(await names('status:last-known')).toEqual([
      'e-short',
      'd-held',
      'c-lost',
      'j-both',
    ]);
    expect(await names('!status:last-known status:converged')).toEqual([
      'a-well',
      'h-well',
    ]);
    expect(await names('status:last-known,unscheduled')).toEqual([
      'g-withdrawn',
      'e-short',
      'd-held',
      'c-lost',
      'j-both',
    ]);
  });

  it('takes everything for last known while the lane of placements fails, and counts it as stale', async () => {
    await open();
    await fail('ResourceBindings');
    const { items, coverage } = await world.workloads.list({});
    const placedOn = items.filter(item => item.clusters > 0);
    expect(placedOn.every(item => item.lastKnown === item.clusters)).toBe(true);
    expect(coverage.stale).toBe(placedOn.length);
    expect(await names('status:last-known')).toHaveLength(placedOn.length);
  });

  it('counts as stale what is on a cluster whose readiness is not read', async () => {
    await open();
    await fail('Clusters');
    const { coverage } = await world.workloads.list({});
    expect(coverage.stale).toBe(8);
  });

  it.each([
    ['never read to the end', { checkpoint: null }],
    [
      'refused',
      {
        checkpoint: null,
        problem_since: 1,
        problem: JSON.stringify({
          code: 'forbidden',
          sentence: { code: 'x', params: {}, text: 'no' },
        }),
      },
    ],
    ['silent', { contact_at: 1 }],
  ])(
    'does not call anything unplaced while placements are %s',
    async (_, change) => {
      await open();
      await lane('ResourceBindings').update(change);
      const { items } = await world.workloads.list({});
      const nowhere = items.filter(item => !item.summary);
      expect(nowhere.map(item => item.name)).toEqual([
        'f-nowhere',
        'k-named',
        'l-claimed',
      ]);
      expect(nowhere.every(item => item.unread && !item.unplaced)).toBe(true);
      expect(await names('status:unplaced')).toEqual([]);
      expect(await names('!status:unplaced')).toHaveLength(RANKED.length);
      expect(await names('status:unread')).toEqual([
        'f-nowhere',
        'k-named',
        'l-claimed',
      ]);
    },
  );

  it('keeps to the cluster that an entity names, unless another of the entities has the workload anywhere', async () => {
    await open([
      ['shop', { [ID]: 'shop', 'backstage.io/kubernetes-cluster': 'up2' }],
      ['plain', { [ID]: 'shop' }],
      ['whole', { [ID]: 'shop', 'backstage.io/kubernetes-cluster': 'prod' }],
    ]);
    const shop = 'component:default/shop';
    const { items, total } = await world.workloads.list({ entityRefs: [shop] });
    expect(items.map(item => item.name).sort()).toEqual(['h-well', 'j-both']);
    expect(total).toBe(2);
    expect(items.map(item => [item.clusters, item.lastKnown])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    for (const other of ['plain', 'whole']) {
      expect(await names('', [shop, `component:default/${other}`])).toEqual([
        'k-named',
        'i-short',
        'j-both',
        'h-well',
      ]);
      const list = await world.workloads.list({
        entityRefs: [`component:default/${other}`],
      });
      expect(list.items.find(item => item.name === 'j-both')).toMatchObject({
        clusters: 2,
        lastKnown: 1,
      });
    }
  });

  it('finds every condition by what it is called', async () => {
    await open();
    const byStatus: Array<[WorkloadCondition, string[]]> = await Promise.all(
      workloadConditions.map(async condition => [
        condition,
        await names(`status:${condition}`),
      ]),
    );
    const { items } = await world.workloads.list({});
    for (const [condition, found] of byStatus) {
      expect(found).toEqual(
        expect.arrayContaining(
          items
            .filter(item => workloadCondition(item) === condition)
            .map(item => item.name),
        ),
      );
    }
  });
});
