import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { SourceRegistry } from '../../service/SourceRegistry';
import { fakeFleet } from '../../__testUtils__/fakeFleet';
import { Seed } from '../../__testUtils__/seedInventory';
import { component } from '../../__testUtils__/shopWorld';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import {
  openViewsWorld,
  streamed,
  ViewsWorld,
} from '../../__testUtils__/viewsWorld';
import { DefaultTopologyReader } from './DefaultTopologyReader';

const ID = 'backstage.io/kubernetes-id';
const CLUSTERS = Array.from({ length: 10 }, (_, index) => `member${index}`);
const MESSAGE =
  'Deployment has minimum availability; the last apply succeeded at its observed generation';

const seed: Seed = {
  clusters: CLUSTERS.map((name, index) => ({
    name,
    region: `region-${index % 3}`,
    ...(index < 2 && { labels: { stage: 'prod' } }),
  })),
  policies: [
    {
      type: 'policy',
      key: 'PropagationPolicy/default/a',
      kind: 'PropagationPolicy',
      namespace: 'default',
      name: 'a',
      role: 'placement',
      deleting: false,
      native: {},
    },
    {
      type: 'policy',
      key: 'PropagationPolicy/other/b',
      kind: 'PropagationPolicy',
      namespace: 'other',
      name: 'b',
      role: 'placement',
      deleting: false,
      native: {},
    },
  ],
  workloads: [
    ...['api', 'web', 'worker'].map(name => ({
      name,
      labels: { [ID]: 'shop' },
      policy: { kind: 'PropagationPolicy', namespace: 'default', name: 'a' },
      placed: {
        replicas: { desired: 20, ready: 20, updated: 20, available: 20 },
        targets: CLUSTERS.map(cluster => ({
          cluster,
          message: MESSAGE,
          replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
          generationsBehind: 0,
        })),
      },
    })),
    { name: 'lost', labels: { [ID]: 'lost' } },
  ],
};

const databases = testDatabases();

describe.each(databases.eachSupportedId())('topology on %s', id => {
  let knex: Knex;
  let world: ViewsWorld;
  let statements: string[];

  const open = (
    showClaimed = false,
    sources = world.sources,
    health: Pick<ViewsWorld['health'], 'read'> = world.health,
  ) =>
    DefaultTopologyReader.create({
      knex,
      sources,
      health,
      environments: world.environments,
      matching: world.matching,
      showClaimed,
      mapped: false,
    });

  beforeAll(async () => {
    knex = await databases.init(id);
    world = await openViewsWorld(knex, seed);
    await world.matching.sweep(streamed([component('shop', { [ID]: 'shop' })]));
    statements = [];
    knex.on('query', query => statements.push(query.sql));
  }, 60_000);

  it('reads three workloads on ten clusters in at most three statements and 20 KB', async () => {
    await world.health.read();
    statements.length = 0;
    const view = await open().read(component('shop', { [ID]: 'shop' }));
    expect(statements.length).toBeLessThanOrEqual(3);
    expect(view.workloads.map(item => item.placement?.targets.length)).toEqual([
      10, 10, 10,
    ]);
    expect(JSON.stringify(view).length).toBeLessThanOrEqual(20_480);
    expect(view.coverage).toMatchObject({ seen: 10, total: 10, stale: 0 });
    expect(view.workloads[0].placement).toMatchObject({
      policy: { kind: 'PropagationPolicy', namespace: 'default', name: 'a' },
      replicas: { desired: 20 },
    });
    expect(view.environments).toEqual(['production', 'rest']);
    expect(
      view.workloads[0].placement?.targets.map(item => item.environment),
    ).toEqual([
      'production',
      'production',
      ...CLUSTERS.slice(2).map(() => 'rest'),
    ]);
  });

  it('matches an entity that was just edited before it answers', async () => {
    const view = await open().read(component('newcomer', { [ID]: 'shop' }));
    expect(view.workloads).toHaveLength(3);
    expect(view.workloads[0].match.alsoClaimedBy).toEqual({
      entityRefs: ['component:default/shop'],
      hidden: 0,
    });
    expect(view.match.sentence?.code).toBe('match.sharedClaim');
  });

  it('names on both cards that entities of different owners carry the same id', async () => {
    const copycat = component('copycat', { [ID]: 'shop' }, 'group:default/x');
    const shop = component('shop', { [ID]: 'shop' });
    const views = [await open().read(copycat), await open().read(shop)];
    expect(views.map(view => view.workloads)).toEqual([[], []]);
    expect(views.map(view => view.match)).toMatchObject([
      {
        state: 'claimed-only',
        sentence: { code: 'match.contestedId' },
        suggestions: [],
        alsoClaimedBy: {
          entityRefs: expect.arrayContaining(['component:default/shop']),
        },
      },
      {
        state: 'claimed-only',
        sentence: { code: 'match.contestedId' },
        alsoClaimedBy: {
          entityRefs: expect.arrayContaining(['component:default/copycat']),
        },
      },
    ]);
    expect(views[0].match.sentence?.text).toContain(
      'multicluster.matching.namespaces',
    );
    await world.matching.refreshEntity(component('copycat', {}));
    expect((await open().read(shop)).workloads).toHaveLength(3);
  });

  it('answers alike for a claim that covers a workload and one that covers nothing', async () => {
    const explain = async (name: string) => {
      const { match, workloads, coverage } = await open(false).read(
        component('spy', {
          'fairway.io/workloads': `Deployment.apps/default/${name}`,
        }),
      );
      return { match, workloads, coverage };
    };
    const [there, absent] = [await explain('api'), await explain('absent')];
    expect(there).toEqual(absent);
    expect(there.match).toMatchObject({
      state: 'claimed-only',
      sentence: { code: 'match.unconfirmedOrNone' },
    });
  });

  it('keeps to the cluster that the entity names', async () => {
    const view = await open().read(
      component('shop', {
        [ID]: 'shop',
        'backstage.io/kubernetes-cluster': 'member3',
      }),
    );
    expect(
      view.workloads.map(item =>
        item.placement?.targets.map(target => target.cluster),
      ),
    ).toEqual([['member3'], ['member3'], ['member3']]);
    const elsewhere = await open().read(
      component('shop', {
        [ID]: 'shop',
        'backstage.io/kubernetes-cluster': 'nowhere',
      }),
    );
    expect(elsewhere.workloads).toEqual([]);
    expect(elsewhere.match.sentence?.code).toBe('match.none.otherCluster');
  });

  it('lets the source explain what is unplaced, by the policies that could select it', async () => {
    const sources = new SourceRegistry();
    sources.add(fakeSource({ fleet: fakeFleet() }));
    const lost = component('lost', { [ID]: 'lost' });
    const view = await open(false, sources).read(lost);
    expect(view.workloads[0].unplaced).toEqual(
      sentence('test.unplaced', { policies: 1 }),
    );
    expect(view.sentence).toMatchObject({
      code: 'test.unplaced',
      tone: 'warn',
    });
  });

  it('does not say that nothing placed a template while placements were never read', async () => {
    const health = {
      read: async () => {
        const { sources, lanes } = await world.health.read();
        return {
          lanes,
          sources: sources.map(item => ({
            ...item,
            everRead: false,
            lanes: item.lanes.map(lane => ({ ...lane, everRead: false })),
          })),
        };
      },
    };
    const view = await open(false, world.sources, health).read(
      component('lost', { [ID]: 'lost' }),
    );
    expect(view.workloads[0].unplaced?.code).toBe('view.unplaced.unread');
  });

  it('answers although the rule of a source fails', async () => {
    const sources = new SourceRegistry();
    sources.add(
      fakeSource({
        fleet: {
          ...fakeFleet(),
          explainUnplaced() {
            throw new Error('never seen such an object');
          },
        },
      }),
    );
    const view = await open(false, sources).read(
      component('lost', { [ID]: 'lost' }),
    );
    expect(view.workloads[0].unplaced?.code).toBe('view.unplaced');
  });

  it('shows claims as such where the platform wants that', async () => {
    const claiming = component('claimer', {
      'fairway.io/workloads': 'Deployment.apps/default/api',
    });
    expect((await open(false).read(claiming)).workloads).toEqual([]);
    const view = await open(true).read(claiming);
    expect(view.workloads).toMatchObject([
      { name: 'api', match: { confirmed: false } },
    ]);
    expect(view.match.state).toBe('claimed-only');
  });

  it('reads a workload with its chain, its history and whom it belongs to', async () => {
    const { hash, placement } = await knex('inventory_workload as w')
      .join('inventory_placement as p', 'p.workload_id', 'w.id')
      .where('w.name', 'api')
      .first('w.hash', 'p.id as placement');
    const transition = {
      source_id: 1,
      subject_type: 'placement',
      subject_id: placement,
      subject: 'member1',
      field: 'state',
      from_value: 'pending',
      to_value: 'healthy',
      at: Date.parse('2026-11-20T10:00:00Z'),
    };
    await knex('inventory_transition').insert([
      transition,
      // For the report of changes alone.
      { ...transition, field: 'content', from_value: 'a', to_value: 'b' },
    ]);
    const detail = await world.workloads.workload(hash);
    expect(detail?.chain.nodes.map(node => node.kind)).toEqual([
      'template',
      'policy',
      'binding',
      ...CLUSTERS.map(() => 'cluster'),
    ]);
    expect(detail?.entityRefs).toContain('component:default/shop');
    expect(detail?.history).toEqual([
      {
        subject: 'member1',
        field: 'state',
        from: 'pending',
        to: 'healthy',
        at: '2026-11-20T10:00:00.000Z',
      },
    ]);
    expect(await world.workloads.workload('unknown')).toBeUndefined();
  });

  it('counts the fleet by region and state', async () => {
    const totals = await world.book.read();
    expect(totals.summaries).toEqual({ converged: 3 });
    expect(totals.clusters[0]).toMatchObject({
      name: 'member0',
      targets: { healthy: 3 },
    });
  });
});
