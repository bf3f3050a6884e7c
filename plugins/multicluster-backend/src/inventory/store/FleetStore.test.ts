import { facts } from '../__testUtils__/facts';
import { jsonText } from '../../util/jsonText';
import { openStore } from '../__testUtils__/openStore';
import { snapshot } from '../__testUtils__/snapshot';
import { sweepLane } from '../__testUtils__/sweepLane';
import { testDatabases } from '../__testUtils__/testDatabases';
import { transitionLines } from '../__testUtils__/transitionLines';

jest.setTimeout(60_000);

const databases = testDatabases();
const healthy = { clusters: { a: 'healthy', b: 'healthy' } };

describe.each(databases.eachSupportedId())('FleetStore on %s', id => {
  async function open() {
    const knex = await databases.init(id);
    return { knex, ...(await openStore(knex)) };
  }

  it('keeps what a sweep names, with the states that the source derives', async () => {
    const { knex, store } = await open();

    await sweepLane(store, 'clusters', [facts.cluster('a')]);
    await sweepLane(store, 'bindings', [
      facts.placement('cart', {
        clusters: { a: 'healthy', b: 'unhealthy' },
        summary: 'degraded',
      }),
    ]);
    await sweepLane(store, 'templates', [facts.workload('cart')]);

    expect(await snapshot(knex)).toEqual([
      'ResourceBinding/shop/cart degraded: a healthy known v1',
      'ResourceBinding/shop/cart degraded: b unhealthy known v1',
      'a present ready',
      'apps/Deployment/shop/cart present',
      'b stub unavailable',
    ]);
    expect(await store.checkpoint('bindings')).toBe('100');
    expect(await store.checkpoint('never listed')).toBeUndefined();
  });

  it('says nothing of a change when it looks for the first time', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'clusters', [facts.cluster('a')]);
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    await sweepLane(store, 'templates', [facts.workload('cart')]);
    await sweepLane(store, 'overrides', [facts.policy('images')]);
    await store.rederive();

    expect(await transitionLines(knex)).toEqual([]);
  });

  it('tells every change of a derived field after that', async () => {
    const { knex, store, clock } = await open();
    await sweepLane(store, 'clusters', [facts.cluster('a')]);
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);

    clock.now += 60_000;
    await store.change({
      lane: 'bindings',
      upserts: [
        facts.placement('cart', {
          clusters: { a: 'unhealthy', c: 'healthy' },
          summary: 'degraded',
        }),
      ],
      deletes: [],
      checkpoint: '101',
    });
    await store.change({
      lane: 'clusters',
      upserts: [facts.cluster('a', { state: 'not-ready' })],
      deletes: [],
    });

    expect(await transitionLines(knex)).toEqual([
      'cluster a state: ready → not-ready',
      'placement a state: healthy → unhealthy',
      'placement b state: healthy → removed',
      'placement c state: nothing → healthy',
      'placement c version: nothing → unknown',
      'placement summary state: converged → degraded',
    ]);
    const placement = await knex('inventory_placement').first();
    expect(Number(placement.state_since)).toBe(clock.now);
  });

  it('keeps since when a state holds while other things change', async () => {
    const { knex, store, clock } = await open();
    const before = clock.now;
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    clock.now += 60_000;
    await sweepLane(store, 'templates', [facts.workload('cart')]);

    const target = await knex('inventory_target').first();
    expect(JSON.parse(target.derived).versionKnowledge).toBe('known');
    expect(Number(target.state_since)).toBe(before);
  });

  it('believes a cluster since when its state holds, but not that it began in the future', async () => {
    const { knex, store, clock } = await open();
    const hourAgo = clock.now - 3600_000;
    await sweepLane(store, 'clusters', [
      facts.cluster('a', { since: new Date(hourAgo).toISOString() }),
      facts.cluster('b', {
        since: new Date(clock.now + 600_000).toISOString(),
      }),
      facts.cluster('c', { since: 'soon' }),
    ]);

    const rows = await knex('inventory_cluster').orderBy('name');
    expect(rows.map(row => Number(row.state_since))).toEqual([
      hourAgo,
      clock.now,
      clock.now,
    ]);
  });

  it('deletes what a sweep did not name once it is complete, and only in its lane', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'bindings', [
      facts.placement('cart', healthy),
      facts.placement('till', healthy),
    ]);
    await sweepLane(store, 'other bindings', [
      facts.placement('oven', healthy),
    ]);

    const broken = await store.beginSweep('bindings');
    await broken.page([facts.placement('till', healthy)]);
    expect(await knex('inventory_placement').pluck('key')).toHaveLength(3);

    const complete = await store.beginSweep('bindings');
    await complete.page([facts.placement('till', healthy)]);
    await complete.page([facts.placement('mill', healthy)]);
    await complete.complete('200');

    expect(
      await knex('inventory_placement').orderBy('key').pluck('key'),
    ).toEqual([
      'ResourceBinding/shop/mill',
      'ResourceBinding/shop/oven',
      'ResourceBinding/shop/till',
    ]);
    expect(
      await knex('inventory_workload').orderBy('name').pluck('name'),
    ).toEqual(['mill', 'oven', 'till']);
    const lane = await knex('inventory_lane').where('name', 'bindings').first();
    expect(lane).toMatchObject({ checkpoint: '200', objects: 2 });
    expect(await transitionLines(knex)).toContain(
      'placement summary state: converged → removed',
    );
  });

  it('leaves a stub of a template or cluster that is gone but still placed', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'clusters', [
      facts.cluster('a'),
      facts.cluster('x'),
    ]);
    await sweepLane(store, 'templates', [
      facts.workload('cart'),
      facts.workload('idle'),
    ]);
    await sweepLane(store, 'bindings', [
      facts.placement('cart', { clusters: { a: 'healthy' } }),
    ]);

    await store.change({
      lane: 'templates',
      upserts: [],
      deletes: ['cart', 'idle'].map(name => ({
        type: 'workload',
        key: facts.workload(name).key,
      })),
    });
    await store.change({
      lane: 'clusters',
      upserts: [],
      deletes: [
        { type: 'cluster', key: 'a' },
        { type: 'cluster', key: 'x' },
        { type: 'cluster', key: 'never seen' },
      ],
    });
    expect(await snapshot(knex)).toEqual([
      'ResourceBinding/shop/cart converged: a healthy unknown ',
      'a stub unavailable',
      'apps/Deployment/shop/cart stub',
    ]);

    await store.change({
      lane: 'bindings',
      upserts: [],
      deletes: [{ type: 'placement', key: facts.placement('cart', {}).key }],
    });
    expect(await snapshot(knex)).toEqual([]);
  });

  it('derives again what shares an override policy that came, changed or went', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'templates', [facts.workload('cart')]);
    await sweepLane(store, 'bindings', [
      facts.placement('cart', { clusters: { a: 'healthy' } }),
    ]);
    const version = async () => {
      const { derived } = await knex('inventory_target').first();
      return JSON.parse(derived).versionKnowledge;
    };

    await store.change({
      lane: 'overrides',
      upserts: [facts.policy('images')],
      deletes: [],
    });
    await store.rederive();
    expect(await version()).toBe('overridden');

    await store.change({
      lane: 'overrides',
      upserts: [
        facts.policy('all', { key: 'Cluster/all', namespace: '' }),
        facts.policy('elsewhere', { key: 'Other/x', namespace: 'bank' }),
      ],
      deletes: [{ type: 'policy', key: facts.policy('images').key }],
    });
    await store.rederive();
    expect(await version()).toBe('overridden');

    await store.change({
      lane: 'overrides',
      upserts: [],
      deletes: [{ type: 'policy', key: 'Cluster/all' }],
    });
    await store.rederive();
    expect(await version()).toBe('known');
    expect(await knex('inventory_fanout')).toEqual([]);
  });

  it('derives again at the time that the source asked for, and not before', async () => {
    const { knex, store, clock } = await open();
    await sweepLane(store, 'bindings', [
      facts.placement('cart', { ...healthy, recheckAfterMs: 10_000 }),
    ]);

    clock.now += 9_999;
    await store.rederive();
    expect(await knex('inventory_placement').pluck('state')).toEqual([
      'converged',
    ]);

    clock.now += 1;
    await store.rederive();
    expect(await knex('inventory_placement').pluck('state')).toEqual([
      'degraded',
    ]);
    expect(await knex('inventory_placement').pluck('recheck_at')).toEqual([
      null,
    ]);
  });

  it('does not let an object that breaks the rules look well, keeps its clusters, and goes on with the others', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    await store.change({
      lane: 'bindings',
      upserts: [
        facts.placement('cart', { fails: true }),
        facts.placement('odd', { fails: true }),
        facts.placement('till', healthy),
      ],
      deletes: [],
    });

    const rows = await knex('inventory_placement').orderBy('key');
    expect(rows.map(({ state }) => state)).toEqual([
      'degraded',
      'degraded',
      'converged',
    ]);
    expect(JSON.parse(rows[0].derived)).toMatchObject({
      summary: { sentence: { code: 'inventory.underivable' } },
      replicas: {},
    });
    expect(await snapshot(knex)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/cart degraded: a unknown unknown/),
        expect.stringMatching(/cart degraded: b unknown unknown/),
        expect.stringMatching(/till converged: a healthy/),
        expect.stringMatching(/till converged: b healthy/),
      ]),
    );
  });

  it('forgets that an object broke the rules once it does not any more', async () => {
    const { knex, store } = await open();
    const change = (native: Parameters<typeof facts.placement>[1]) =>
      store.change({
        lane: 'bindings',
        upserts: [facts.placement('cart', native)],
        deletes: [],
      });
    await change(healthy);
    await change({ fails: true });
    await change(healthy);

    expect(await knex('inventory_placement').pluck('state')).toEqual([
      'converged',
    ]);
    expect(await knex('inventory_target').pluck('state')).toEqual([
      'healthy',
      'healthy',
    ]);
  });

  it('remembers which images ran in the last 20 generations, of one incarnation', async () => {
    const { knex, store, facet } = await open();
    const template = (generation: number, uid = 'first') =>
      facts.workload('cart', {
        uid,
        generation,
        images: [
          {
            container: 'app',
            image: `app:v${generation}`,
            version: `v${generation}`,
          },
        ],
      });
    const known = () =>
      [...(facet.inputs.at(-1)?.imagesByGeneration ?? [])]
        .map(([generation, images]) => `${generation}: ${images[0].version}`)
        .sort();
    await sweepLane(store, 'templates', [template(1)]);
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    for (let generation = 2; generation <= 30; generation += 1) {
      await store.change({
        lane: 'templates',
        upserts: [template(generation)],
        deletes: [],
      });
    }
    expect(known()).toContain('12: v12');
    expect(known()).toContain('30: v30');
    expect(known().length).toBeGreaterThanOrEqual(20);
    expect(await knex('inventory_workload_images')).toHaveLength(20);

    await store.change({
      lane: 'templates',
      upserts: [template(2, 'second')],
      deletes: [],
    });
    expect(known()).toEqual(['2: v2']);
    expect(await knex('inventory_workload_images')).toHaveLength(0);
  });

  it('knows what a template was until the change that it derives with, which nothing may follow', async () => {
    const { store, facet } = await open();
    const template = (generation: number) =>
      facts.workload('cart', {
        generation,
        images: [{ container: 'app', image: 'app', version: `v${generation}` }],
      });
    await sweepLane(store, 'templates', [template(1)]);
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    await store.change({
      lane: 'templates',
      upserts: [template(2)],
      deletes: [],
    });

    const known = facet.inputs.at(-1)!.imagesByGeneration;
    expect(known.get(1)).toMatchObject([{ version: 'v1' }]);
    expect(known.get(2)).toMatchObject([{ version: 'v2' }]);
  });

  it('takes the last word when a batch names an object twice', async () => {
    const { knex, store } = await open();
    await store.change({
      lane: 'bindings',
      upserts: [
        facts.placement('cart', { clusters: { a: 'healthy' } }),
        facts.placement('cart', { clusters: { b: 'healthy' } }),
      ],
      deletes: [],
      checkpoint: '5',
    });
    expect(await snapshot(knex)).toContain(
      'ResourceBinding/shop/cart converged: b healthy unknown ',
    );
    expect(await knex('inventory_placement')).toHaveLength(1);
  });

  it('stores any text that a cluster may report', async () => {
    const { knex, store } = await open();
    const odd = '\u001fa\u0000b\ud800c\\u0000"\'; DROP TABLE x; ?';
    await sweepLane(store, 'clusters', [
      facts.cluster('a', { message: odd, region: odd }),
    ]);
    await store.change({
      lane: 'clusters',
      upserts: [facts.cluster('a', { state: 'not-ready', reason: odd })],
      deletes: [],
    });

    const storable = '\u001fab\ufffdc\\u0000"\'; DROP TABLE x; ?';
    const [{ fact }] = await knex('inventory_cluster');
    expect(JSON.parse(fact).reason).toBe(storable);
    // PostgreSQL reads no field of a document that holds U+0000 anywhere: one object would break the lists of all.
    expect(
      await knex('inventory_cluster').select({
        reason: jsonText(knex, 'fact', 'reason'),
      }),
    ).toEqual([{ reason: storable }]);
    const [{ cause }] = await knex('inventory_transition');
    expect(cause).toBe(storable);
  });

  it('writes nothing once the lease is lost, and says so', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    const sweep = await store.beginSweep('bindings');
    await knex('inventory_lease').update({ owner: 'somebody else', fence: 2 });

    const refused = expect.objectContaining({ name: 'ConflictError' });
    await expect(
      store.change({
        lane: 'bindings',
        upserts: [facts.placement('till', healthy)],
        deletes: [],
      }),
    ).rejects.toEqual(refused);
    await expect(sweep.complete('300')).rejects.toEqual(refused);
    await expect(
      store.change({
        lane: 'bindings',
        upserts: [],
        deletes: [],
        checkpoint: '300',
      }),
    ).rejects.toEqual(refused);

    expect(await knex('inventory_placement').pluck('key')).toEqual([
      'ResourceBinding/shop/cart',
    ]);
    expect(await knex('inventory_lane').pluck('checkpoint')).toEqual(['100']);
  });

  it('lists and derives everything again when the rules of the source are new', async () => {
    const { store, reopen, facet } = await open();
    await store.adoptVersion('1');
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);

    const same = reopen();
    await same.adoptVersion('1');
    expect(await same.checkpoint('bindings')).toBe('100');
    await same.rederive();
    const before = facet.inputs.length;

    const upgraded = reopen();
    await upgraded.adoptVersion('2');
    expect(await upgraded.checkpoint('bindings')).toBeUndefined();
    await upgraded.rederive();
    expect(facet.inputs.length).toBe(before + 1);
  });

  it('names the kinds that placements refer to, without dependencies', async () => {
    const { store } = await open();
    const job = {
      group: 'batch',
      version: 'v1',
      kind: 'Job',
      namespace: 'shop',
      name: 'nightly',
    };
    const secret = { ...job, group: '', kind: 'Secret' };
    await sweepLane(store, 'bindings', [
      facts.placement('cart', healthy),
      facts.placement('x', healthy, {
        workload: job,
        workloadKey: 'batch/Job/shop/nightly',
      }),
      facts.placement('y', healthy, {
        workload: secret,
        workloadKey: '/Secret/shop/nightly',
        dependency: true,
      }),
    ]);

    expect(await store.referencedKinds()).toEqual([
      { group: 'apps', version: 'v1', kind: 'Deployment' },
      { group: 'batch', version: 'v1', kind: 'Job' },
    ]);
  });

  it('forgets a lane that is no longer wanted, and lists it anew when it is wanted again', async () => {
    const { knex, store } = await open();
    await sweepLane(store, 'templates', [
      facts.workload('cart'),
      facts.workload('idle'),
    ]);
    await sweepLane(store, 'bindings', [facts.placement('cart', healthy)]);
    await store.retireLane('templates');

    expect(await store.checkpoint('templates')).toBeUndefined();
    expect(await snapshot(knex)).toEqual(
      expect.arrayContaining(['apps/Deployment/shop/cart stub']),
    );
    expect(await knex('inventory_workload')).toHaveLength(1);
  });

  it('keeps what delivery tools wrote on templates, as it is now', async () => {
    const { knex, store } = await open();
    const marks = () =>
      knex('inventory_workload_mark as m')
        .join('inventory_workload as w', 'w.id', 'm.workload_id')
        .orderBy(['w.name', 'm.annotation'])
        .select('w.name', 'm.annotation', 'm.value');
    const application = (value: string) => ({
      'pipecd.dev/application': value,
    });
    await sweepLane(store, 'templates', [
      facts.workload('cart', {
        marks: { ...application('a-1'), 'argocd.argoproj.io/tracking-id': 'x' },
      }),
      facts.workload('till', { marks: application('a-2') }),
      facts.workload('plain'),
    ]);
    await sweepLane(store, 'bindings', [facts.placement('till', healthy)]);
    expect(await marks()).toEqual([
      {
        name: 'cart',
        annotation: 'argocd.argoproj.io/tracking-id',
        value: 'x',
      },
      { name: 'cart', annotation: 'pipecd.dev/application', value: 'a-1' },
      { name: 'till', annotation: 'pipecd.dev/application', value: 'a-2' },
    ]);

    await store.change({
      lane: 'templates',
      upserts: [facts.workload('cart', { marks: application('a-3') })],
      deletes: [{ type: 'workload', key: facts.workload('till').key }],
    });
    expect(await marks()).toEqual([
      { name: 'cart', annotation: 'pipecd.dev/application', value: 'a-3' },
    ]);
    await sweepLane(store, 'templates', []);
    expect(await knex('inventory_workload_mark')).toEqual([]);
  });

  it('raises the revision of a source once for each commit, and stamps what it wrote', async () => {
    const { knex, store } = await open();
    const revision = async () =>
      Number((await knex('inventory_source').first()).revision);
    await store.change({
      lane: 'bindings',
      upserts: [
        facts.placement('cart', healthy),
        facts.placement('till', healthy),
      ],
      deletes: [],
    });
    expect(await revision()).toBe(1);
    await store.change({
      lane: 'bindings',
      upserts: [facts.placement('cart', { clusters: { a: 'unhealthy' } })],
      deletes: [],
    });
    expect(await revision()).toBe(2);
    const rows = await knex('inventory_placement').orderBy('key');
    expect(rows.map(row => Number(row.revision))).toEqual([2, 1]);
  });
});
