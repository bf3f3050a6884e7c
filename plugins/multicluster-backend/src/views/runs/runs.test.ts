import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { openRunsWorld, RunsWorld } from '../../__testUtils__/runsWorld';
import { Seed } from '../../__testUtils__/seedInventory';
import { component } from '../../__testUtils__/shopWorld';
import { waitingRun } from '../../__testUtils__/waitingRun';

const ID = 'backstage.io/kubernetes-id';
const databases = testDatabases();

const world: Seed = {
  clusters: [{ name: 'member1', labels: { stage: 'prod' } }],
  workloads: [
    {
      name: 'shop',
      labels: { [ID]: 'shop' },
      placed: { targets: [{ cluster: 'member1' }] },
    },
    // What a stage applied beside it, and no policy selects.
    { name: 'shop-canary' },
    {
      name: 'cart',
      labels: { [ID]: 'cart' },
      placed: {
        summary: {
          state: 'degraded',
          flags: [],
          sentence: sentence('test.degraded'),
        },
        targets: [{ cluster: 'member1' }],
      },
    },
    // Applied, but nothing that runs anywhere.
    { name: 'settings', kind: 'ConfigMap', group: '', images: [] },
  ],
};

const delivery = {
  agents: [
    { key: 'piped-1' },
    { key: 'piped-2', name: 'Piped two', state: 'offline' as const },
  ],
  pipelines: [
    { key: 'shop-canary', agentKey: 'piped-1', labels: { env: 'prod' } },
    { key: 'cart-sync', agentKey: 'piped-1' },
    { key: 'far', agentKey: 'piped-2' },
    { key: 'idle', deployTargets: ['edge'] },
    { key: 'gone', deleted: true },
  ],
  runs: [
    { key: 'gone-1', pipelineKey: 'gone' },
    {
      key: 'cart-1',
      pipelineKey: 'cart-sync',
      derived: { status: 'failed' as const },
    },
    {
      key: 'cart-2',
      pipelineKey: 'cart-sync',
      chain: { id: 'c1', index: 1 },
      artifacts: [{ kind: 'image' as const, name: 'cart', version: 'v2' }],
    },
    {
      key: 'shop-canary-1',
      pipelineKey: 'shop-canary',
      chain: { id: 'c1', index: 0 },
    },
    { ...waitingRun },
    {
      key: 'shop-canary-3',
      pipelineKey: 'shop-canary',
      derived: { status: 'queued' as const },
    },
    {
      key: 'far-1',
      pipelineKey: 'far',
      derived: { status: 'running' as const },
    },
    {
      key: 'idle-1',
      pipelineKey: 'idle',
      derived: {
        status: 'failed' as const,
        sentence: sentence('test.failed'),
      },
    },
  ],
};

const shop = component('shop', { [ID]: 'shop' });
const cart = component('cart', { [ID]: 'cart' });
const far = component('far', { 'fairway.io/pipelines': 'far' });
const registered = component('idle', {
  'backstage.io/managed-by-location':
    'url:https://git.example.com/org/idle/blob/main/catalog-info.yaml',
});

describe.each(databases.eachSupportedId())('runs on %s', id => {
  let knex: Knex;
  let opened: RunsWorld;

  beforeEach(async () => {
    knex = await databases.init(id);
    opened = await openRunsWorld(knex, world, {
      ...delivery,
      pipelines: delivery.pipelines.map(item =>
        item.key === 'idle'
          ? {
              ...item,
              repository: {
                remote: 'git@git.example.com:org/idle',
                branch: 'main',
              },
            }
          : item,
      ),
      marks: {
        shop: 'shop-canary',
        'shop-canary': 'shop-canary',
        settings: 'shop-canary',
        cart: 'cart-sync',
      },
    });
    await opened.matching.matchAll();
  }, 60_000);
  afterEach(() => knex.destroy());

  const reason = (view: { sentence?: { params: object } }) =>
    JSON.stringify(view.sentence?.params);

  describe('of an entity', () => {
    it('are its pipelines with the run under way, what that waits for, and its runs, newest first', async () => {
      const view = await opened.runs.entityRuns(shop, {});
      expect(view.pipelines).toHaveLength(1);
      const [pipeline] = view.pipelines;
      expect(pipeline).toMatchObject({
        id: 'shop-canary',
        source: 'tool',
        tool: 'Tool',
        match: { rule: 'deployed-workload', confirmed: true },
        latest: { id: 'shop-canary-2', status: 'waiting', number: 2 },
        gates: [{ id: 'approve', actionable: true }],
        agent: { name: 'piped-1', state: 'online' },
        freshness: { state: 'live' },
      });
      expect(pipeline.stages.map(stage => [stage.id, stage.status])).toEqual([
        ['deploy', 'succeeded'],
        ['approve', 'waiting'],
      ]);
      expect(view.items.map(run => run.id)).toEqual([
        'shop-canary-3',
        'shop-canary-2',
        'shop-canary-1',
      ]);
      expect(view.items[1].entityRefs).toEqual(['component:default/shop']);
      expect(view.total).toBe(3);
      expect(view.coverage).toMatchObject({ seen: 1, total: 1, stale: 0 });
      expect(view.match.state).toBe('matched');
      expect(opened.watched).toEqual(['shop-canary-2']);
    });

    it('come in pages, and by status', async () => {
      const first = await opened.runs.entityRuns(shop, { limit: 2 });
      expect(first.items.map(run => run.id)).toEqual([
        'shop-canary-3',
        'shop-canary-2',
      ]);
      const second = await opened.runs.entityRuns(shop, {
        limit: 2,
        cursor: first.nextCursor,
      });
      expect(second.items.map(run => run.id)).toEqual(['shop-canary-1']);
      expect(second.nextCursor).toBeUndefined();
      const waiting = await opened.runs.entityRuns(shop, {
        status: ['waiting', 'succeeded'],
      });
      expect(waiting.items.map(run => run.id)).toEqual([
        'shop-canary-2',
        'shop-canary-1',
      ]);
      expect([waiting.total, waiting.pipelines.length]).toEqual([2, 1]);
    });

    it('call out what was applied and placed nowhere, and only what is meant to run', async () => {
      const view = await opened.runs.entityRuns(shop, {});
      expect(view.pipelines[0].placedNowhere).toMatchObject([
        { name: 'shop-canary', kind: 'Deployment', controlPlane: 'prod' },
      ]);
      expect(view.sentence).toMatchObject({
        code: 'pipeline.placedNowhere',
        tone: 'warn',
      });
      // In the words of the control plane.
      expect(reason(view)).toContain('test.unplaced');
    });

    it('say nothing of what a policy has taken, or where placements are not read', async () => {
      const nowhere = async () =>
        (await opened.runs.entityRuns(shop, {})).pipelines[0].placedNowhere;
      const row = knex('inventory_workload').where({ name: 'shop-canary' });
      const { fact } = await row.clone().first('fact');
      await row.clone().update({
        fact: JSON.stringify({ ...JSON.parse(fact), policyId: 'p1' }),
      });
      expect(await nowhere()).toEqual([]);
      await row.clone().update({ fact });
      expect(await nowhere()).toHaveLength(1);
      await knex('inventory_lane')
        .where({ facet: 'fleet' })
        .update({ checkpoint: null });
      const fresh = opened.reader({});
      await new Promise(resolve => setTimeout(resolve, 1100));
      expect(
        (await fresh.entityRuns(shop, {})).pipelines[0].placedNowhere,
      ).toEqual([]);
    });

    it('believe the control plane before the tool', async () => {
      const view = await opened.runs.entityRuns(cart, {});
      expect(view.pipelines[0].latest?.status).toBe('succeeded');
      expect(view.pipelines[0].sync.status).toBe('synced');
      expect(view.sentence).toMatchObject({
        code: 'pipeline.deployedTrouble',
        tone: 'bad',
      });
      expect(reason(view)).toContain('test.degraded');
      // Neither the pipeline nor its newest run reads as a plain success, and of an older run nothing is known.
      const outranked = { code: 'pipeline.deployedTrouble', tone: 'bad' };
      expect(view.pipelines[0].deployed).toMatchObject(outranked);
      expect(view.items.map(run => [run.id, run.deployed?.code])).toEqual([
        ['cart-2', 'pipeline.deployedTrouble'],
        ['cart-1', undefined],
      ]);
    });

    it('say that an agent is offline, and that its run is only last known', async () => {
      const view = await opened
        .reader({ showClaimed: true })
        .entityRuns(far, {});
      expect(view.sentence).toMatchObject({
        code: 'pipeline.agentOffline',
        tone: 'warn',
      });
      expect(view.pipelines[0].freshness).toMatchObject({
        state: 'last-known',
        reason: { code: 'pipeline.lastKnown.agent' },
      });
      expect(view.coverage).toMatchObject({
        seen: 1,
        stale: 1,
        problems: [{ source: 'tool', subject: 'Piped two' }],
      });
    });

    it('hide what only the entity says, and say how it would be confirmed', async () => {
      const view = await opened.runs.entityRuns(far, {});
      expect([view.pipelines, view.items, view.total]).toEqual([[], [], 0]);
      expect(view.sentence).toBeUndefined();
      expect(view.match).toMatchObject({
        state: 'claimed-only',
        sentence: { code: 'match.pipeline.unconfirmedOrNone' },
        suggestions: [
          {
            on: 'pipeline',
            annotation: 'backstage.io/entity',
            value: 'component:default/far',
          },
        ],
      });
      // As of a name that nothing has: nobody learns by it what exists.
      const nothing = await opened.runs.entityRuns(
        component('far', { 'fairway.io/pipelines': 'nothing' }),
        {},
      );
      expect(nothing.match).toEqual(view.match);
    });

    it('say that there are none, and what to add', async () => {
      const view = await opened.runs.entityRuns(component('none', {}), {});
      expect(view.match).toMatchObject({
        state: 'none',
        sentence: { code: 'match.pipeline.none' },
        suggestions: [
          { on: 'entity', annotation: 'fairway.io/pipelines' },
          { on: 'pipeline' },
        ],
      });
    });

    it('are found at once where the entity was registered', async () => {
      const view = await opened.runs.entityRuns(registered, {});
      expect(view.pipelines[0]).toMatchObject({
        id: 'idle',
        match: { rule: 'repository', confirmed: true },
      });
      expect(view.sentence).toMatchObject({
        code: 'pipeline.says',
        tone: 'bad',
      });
    });

    it('are read in a bounded number of statements', async () => {
      await opened.runs.entityRuns(shop, {});
      const statements: string[] = [];
      knex.on('query', query => statements.push(query.sql));
      await opened.runs.entityRuns(shop, {});
      expect(statements.length).toBeLessThanOrEqual(7);
    });

    it('are last known when the tool is not read any more', async () => {
      await knex('inventory_lane')
        .where({ facet: 'runs' })
        .update({ contact_at: Date.now() - 600_000 });
      const view = await opened.reader({}).entityRuns(shop, {});
      expect(view.pipelines[0].freshness).toMatchObject({
        state: 'last-known',
        reason: { code: 'view.lastKnown.lane' },
      });
      expect(view.coverage.problems).toMatchObject([
        { source: 'tool', code: 'timeout' },
      ]);
    });

    it('do not say that something fails or waits now when the tool was last read ten minutes ago', async () => {
      const derived = JSON.stringify({
        status: 'failed',
        nativeStatus: 'FAILED',
        sentence: sentence('test.failed'),
        stages: [],
        notes: [],
      });
      await knex('inventory_run')
        .where({ hash: 'shop-canary-2' })
        .update({ derived });
      await knex('inventory_lane')
        .where({ facet: 'runs' })
        .update({ contact_at: Date.now() - 600_000 });
      const view = await opened.reader({}).entityRuns(shop, {});
      expect(view.sentence?.tone).toBe('warn');
    });
  });

  describe('in a list', () => {
    const ids = async (request: Parameters<RunsWorld['runs']['list']>[0]) => {
      const { items } = await opened.runs.list(request);
      return items.map(run => run.id);
    };

    it('come first that wait, then in trouble, then the newest', async () => {
      expect(await ids({})).toEqual([
        'shop-canary-2',
        'idle-1',
        'far-1',
        'shop-canary-3',
        'shop-canary-1',
        'cart-2',
        'cart-1',
        'gone-1',
      ]);
    });

    it('are no plain success where what they delivered is not well, the latest of their pipeline alone', async () => {
      await knex('inventory_run')
        .where({ hash: 'cart-1' })
        .update({
          derived: JSON.stringify({
            status: 'succeeded',
            nativeStatus: 'SUCCESS',
            sentence: sentence('run.succeeded'),
            stages: [],
            notes: [],
          }),
        });
      const { items } = await opened.runs.list({});
      expect(
        items.flatMap(({ id: run, deployed }) =>
          deployed ? [[run, deployed.code, deployed.tone]] : [],
        ),
      ).toEqual([['cart-2', 'pipeline.deployedTrouble', 'bad']]);
    });

    it('come in pages that together are the whole', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await opened.runs.list({ limit: 3, cursor });
        expect(page.total).toBe(8);
        seen.push(...page.items.map(run => run.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(await ids({}));
    });

    it.each([
      ['status:waiting', ['shop-canary-2']],
      ['status:failed', ['idle-1', 'cart-1']],
      ['status:offline', ['far-1']],
      ['pipeline:cart*', ['cart-2', 'cart-1']],
      ['!source:tool', []],
      ['source:t?ol name:idle', ['idle-1']],
      ['cluster:edge', ['idle-1']],
      ['version:v2', ['shop-canary-2', 'cart-2']],
      ['image:cart', ['cart-2']],
      ['!version:v2 pipeline:cart-sync', ['cart-1']],
      ['entity:shop', ['shop-canary-2', 'shop-canary-3', 'shop-canary-1']],
      ['owner:group:default/shop-team pipeline:cart*', ['cart-2', 'cart-1']],
      ['blue', ['shop-canary-2']],
      ['kind:Deployment', []],
      ['environment:production', []],
      [`"'; drop table inventory_run; --"`, []],
    ])('are found by %s', async (filter, expected) => {
      await opened.matching.refreshEntity(shop);
      await opened.matching.refreshEntity(cart);
      expect(await ids({ filter })).toEqual(expected);
      expect((await opened.runs.list({ filter })).total).toBe(expected.length);
    });

    it('are those of the entities that are named, whatever the filter says of others', async () => {
      await opened.matching.refreshEntity(shop);
      await opened.matching.refreshEntity(cart);
      const entityRefs = ['component:default/cart'];
      expect(await ids({ entityRefs })).toEqual(['cart-2', 'cart-1']);
      expect(await ids({ entityRefs, filter: 'entity:shop' })).toEqual([]);
      expect(await opened.runs.owners()).toEqual([
        'component:default/cart',
        'component:default/shop',
      ]);
    });
  });

  describe('of pipelines', () => {
    it('are listed with the run under way, those that wait or are in trouble first, then by name', async () => {
      const { items, total } = await opened.runs.pipelines({});
      expect(
        items.map(item => [item.id, item.latest?.id, item.gatesWaiting]),
      ).toEqual([
        ['shop-canary', 'shop-canary-2', 1],
        ['far', 'far-1', 0],
        ['idle', 'idle-1', 0],
        ['cart-sync', 'cart-2', 0],
      ]);
      expect(total).toBe(4);
      // A run that waits says so itself; of one that succeeded, the clusters know better.
      expect(items.map(item => item.deployed?.code)).toEqual([
        undefined,
        undefined,
        undefined,
        'pipeline.deployedTrouble',
      ]);
    });

    it('come in pages that together are the whole', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await opened.runs.pipelines({ limit: 1, cursor });
        seen.push(...page.items.map(item => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(['shop-canary', 'far', 'idle', 'cart-sync']);
    });

    it('are listed without any run', async () => {
      await knex('inventory_run').delete();
      const { items } = await opened.runs.pipelines({});
      expect(items.map(item => [item.id, item.latest])).toEqual([
        ['far', undefined],
        ['cart-sync', undefined],
        ['idle', undefined],
        ['shop-canary', undefined],
      ]);
    });
  });

  describe('by themselves', () => {
    it('are shown with stages, agent, what was placed nowhere and what is worth knowing', async () => {
      const view = await opened.runs.run('shop-canary-2');
      expect(view?.stages.map(stage => stage.id)).toEqual([
        'deploy',
        'approve',
      ]);
      expect(view).toMatchObject({
        run: { id: 'shop-canary-2', gates: [{ id: 'approve' }] },
        agent: { name: 'piped-1' },
        placedNowhere: [{ name: 'shop-canary' }],
        behind: [],
        chain: [],
      });
      expect(view?.sentences.map(item => item.tone)).toEqual(['warn', 'hold']);
      expect(opened.watched).toEqual(['shop-canary-2']);
    });

    it('are shown with what stands before them', async () => {
      const view = await opened.runs.run('shop-canary-3');
      expect(view?.behind.map(run => run.id)).toEqual(['shop-canary-2']);
      // What is on the control plane now is not of a run that did nothing yet.
      expect(view?.placedNowhere).toEqual([]);
    });

    it('say that their tool is not read, instead of what it said of a run under way', async () => {
      await knex('inventory_lane')
        .where({ facet: 'runs' })
        .update({ contact_at: Date.now() - 600_000 });
      const told = async (runId: string) =>
        (await opened.reader({}).run(runId))?.sentences.map(item => item.code);
      expect(await told('shop-canary-3')).toEqual(['view.lastKnown.lane']);
      // What is over stays as it ended.
      expect(await told('idle-1')).toContain('test.failed');
    });

    it('are shown with their chain, in its order', async () => {
      const view = await opened.runs.run('cart-2');
      expect(view?.chain.map(run => run.id)).toEqual([
        'shop-canary-1',
        'cart-2',
      ]);
      expect(view?.sentences[0]).toMatchObject({
        code: 'pipeline.deployedTrouble',
        tone: 'bad',
      });
      expect(opened.watched).toEqual([]);
    });

    it('are shown although what is stored cannot be read', async () => {
      await knex('inventory_run')
        .where({ hash: 'cart-1' })
        .update({ fact: '{', derived: '[' });
      const view = await opened.runs.run('cart-1');
      expect(view?.run).toMatchObject({
        status: 'unknown',
        nativeId: 'cart-1',
        sentence: { code: 'pipeline.run.unread' },
      });
    });

    it('are unknown when nobody knows them', async () => {
      expect(await opened.runs.run('bogus')).toBeUndefined();
      expect(await opened.runs.ownersOfRun('bogus')).toBeUndefined();
      expect(await opened.runs.ownersOfRun('far-1')).toEqual([]);
    });
  });
});
