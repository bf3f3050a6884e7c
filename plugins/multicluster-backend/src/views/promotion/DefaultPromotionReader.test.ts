import {
  ANNOTATION_ENVIRONMENTS,
  Promotion,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import {
  imageVersion,
  scopeGate,
  scopeStage,
} from '../../__testUtils__/promotionScope';
import {
  matchPipelines,
  openPromotion,
} from '../../__testUtils__/promotionWorld';
import { SEED_MARK, seedDelivery } from '../../__testUtils__/seedDelivery';
import {
  Seed,
  seedInventory,
  SEED_TIME,
  SeedWorkload,
} from '../../__testUtils__/seedInventory';
import { component } from '../../__testUtils__/shopWorld';
import { streamed } from '../../__testUtils__/viewsWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { DefaultMatchingService } from '../../matching/DefaultMatchingService';
import { ViewBody } from '../../service/ViewBody';

const ID = 'backstage.io/kubernetes-id';
const MINUTE = 60_000;
const at = (minutes: number) =>
  new Date(SEED_TIME + minutes * MINUTE).toISOString();
const remote = 'https://github.com/acme/apps.git';

function workload(name: string, given: Partial<SeedWorkload>): SeedWorkload {
  return { labels: { [ID]: name }, ...given, name };
}

/** Copies of a workload, each with its own tag and id, by cluster. */
const copies = (tags: Record<string, [tag: string, digest?: string]>) => ({
  targets: Object.entries(tags).map(([cluster, [tag, digest]]) => ({
    cluster,
    versions: [imageVersion(tag, digest)],
  })),
});

const fleet: Seed = {
  source: 'plain',
  clusters: [
    { name: 'rohan' },
    { name: 'gondor' },
    { name: 'shire', state: 'unreachable' },
  ],
  workloads: [
    workload('sample', {
      namespace: 'kubesphere-sample-dev',
      placed: copies({ rohan: ['SNAPSHOT-main', 'sha256:cccccccccccc3'] }),
    }),
    workload('sample', {
      namespace: 'kubesphere-sample-prod',
      placed: copies({
        gondor: ['latest', 'sha256:bbbbbbbbbbbb2'],
        shire: ['latest', 'sha256:aaaaaaaaaaaa1'],
      }),
    }),
    workload('shop', {
      marks: { [SEED_MARK]: 'shop-test' },
      placed: copies({ gondor: ['v2.0.0'] }),
    }),
    workload('shop', {
      namespace: 'shop-production',
      marks: { [SEED_MARK]: 'shop-prod' },
      placed: copies({ shire: ['v1.0.0'] }),
    }),
    workload('lost', { policyId: 'p' }),
  ],
};

const environments = [
  {
    name: 'development',
    title: 'Development',
    clusters: { controlPlane: 'plain', names: ['rohan'] },
    namespaces: ['kubesphere-sample-dev'],
  },
  {
    name: 'test',
    title: 'Test',
    clusters: { controlPlane: 'plain', names: ['gondor'] },
  },
  {
    name: 'production',
    title: 'Production',
    clusters: { controlPlane: 'plain', names: ['shire'] },
  },
];

const gate = scopeGate({
  quorum: { kind: 'n-of', n: 2, received: 1 },
  openedAt: at(32),
});

const databases = testDatabases();

describe.each(databases.eachSupportedId())('promotion on %s', id => {
  let knex: Knex;

  const read = (
    name: string,
    options: {
      annotations?: Record<string, string>;
      config?: object[];
      showClaimed?: boolean;
    } = {},
  ): Promise<ViewBody<Promotion>> =>
    openPromotion(
      knex,
      { environments: (options.config ?? environments) as never },
      options,
    ).promotion.read(component(name, { [ID]: name, ...options.annotations }));
  const columnsOf = (view: ViewBody<Promotion>) =>
    Object.fromEntries(view.environments.map(item => [item.name, item]));

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    await seedInventory(knex, fleet);
    await seedDelivery(knex, {
      source: 'tool',
      agents: [{ key: 'piped', state: 'offline' }],
      pipelines: [
        { key: 'shop-test', repository: { remote } },
        { key: 'shop-prod', repository: { remote }, agentKey: 'piped' },
        { key: 'staged' },
      ],
      runs: [
        {
          key: 'prod-1',
          pipelineKey: 'shop-prod',
          createdAt: at(10),
          commit: { sha: 'aaaaaaa1', createdAt: at(0) },
          trigger: {
            kind: 'commit',
            actor: { nativeId: 'alice', kind: 'user' },
          },
          artifacts: [{ kind: 'image', name: 'shop', version: 'v1.0.0' }],
          derived: { startedAt: at(11), finishedAt: at(14) },
        },
        {
          key: 'test-2',
          pipelineKey: 'shop-test',
          createdAt: at(20),
          commit: { sha: 'bbbbbbb2', createdAt: at(18) },
          artifacts: [{ kind: 'image', name: 'shop', version: 'v2.0.0' }],
          derived: { startedAt: at(21), finishedAt: at(22) },
        },
        {
          key: 'prod-2',
          pipelineKey: 'shop-prod',
          createdAt: at(30),
          commit: { sha: 'bbbbbbb2', createdAt: at(18) },
          artifacts: [{ kind: 'image', name: 'shop', version: 'v2.0.0' }],
          derived: {
            status: 'waiting',
            startedAt: at(31),
            stages: [scopeStage('approve', { status: 'waiting', gate })],
          },
        },
        {
          key: 'staged-1',
          pipelineKey: 'staged',
          createdAt: at(40),
          artifacts: [{ kind: 'image', name: 'staged', version: 'v3.0.0' }],
          derived: {
            status: 'waiting',
            startedAt: at(41),
            stages: [
              scopeStage('TEST', { finishedAt: at(42) }),
              scopeStage('approve', {
                status: 'waiting',
                requires: ['TEST'],
                gate,
              }),
              scopeStage('PROD', { status: 'pending', requires: ['approve'] }),
            ],
          },
        },
      ],
    });
    const matching = DefaultMatchingService.create({ knex, mappings: [] });
    await matching.sweep(
      streamed(
        ['sample', 'shop', 'lost', 'staged'].map(name =>
          component(name, { [ID]: name }),
        ),
      ),
    );
    await matchPipelines(knex, 'component:default/shop', [
      'shop-test',
      'shop-prod',
    ]);
    await matchPipelines(knex, 'component:default/staged', ['staged']);
    await sawVersion('shop-production', 'shire', 'v1.0.0', 13);
    await sawGate('prod-1', 12);
  }, 60_000);

  /** The inventory saw a cluster change to a version. */
  async function sawVersion(
    namespace: string,
    cluster: string,
    version: string,
    minutes: number,
  ) {
    const placement = await knex('inventory_placement as p')
      .join('inventory_workload as w', 'w.id', 'p.workload_id')
      .where({ 'w.namespace': namespace })
      .first('p.id', 'p.source_id');
    await knex('inventory_transition').insert({
      source_id: placement.source_id,
      subject_type: 'placement',
      subject_id: placement.id,
      subject: cluster,
      field: 'version',
      to_value: version,
      at: SEED_TIME + minutes * MINUTE,
    });
  }

  /** The inventory saw a gate of a run wait for half a minute. */
  async function sawGate(key: string, minutes: number) {
    const run = await knex('inventory_run').where({ key }).first();
    for (const [index, state] of ['pending', 'approved'].entries()) {
      await knex('inventory_transition').insert({
        source_id: run.source_id,
        subject_type: 'run',
        subject_id: run.id,
        subject: 'gate/approve',
        field: 'state',
        to_value: state,
        at: SEED_TIME + (minutes + index / 2) * MINUTE,
      });
    }
  }

  it('compares test with production while its cluster cannot be reached and reads last known', async () => {
    const view = await read('shop');
    const { test, production } = columnsOf(view);
    expect(test).toMatchObject({
      health: 'healthy',
      versions: [{ name: 'shop', version: 'v2.0.0', unpinned: false }],
      commit: { sha: 'bbbbbbb2' },
      coverage: { seen: 1, total: 1, stale: 0 },
    });
    expect(production).toMatchObject({
      health: 'unknown',
      sentence: { code: 'promotion.environment.lastKnown', tone: 'warn' },
      versions: [{ name: 'shop', version: 'v1.0.0', clusters: ['shire'] }],
      commit: { sha: 'aaaaaaa1' },
      by: { nativeId: 'alice' },
      since: at(13),
      coverage: { seen: 1, total: 1, stale: 1 },
      clusters: [{ name: 'shire', freshness: { state: 'last-known' } }],
      run: { id: 'prod-2', status: 'waiting' },
      gate: { id: 'approve', runId: 'prod-2' },
    });
    expect(view.changes[1]).toMatchObject({
      from: 'test',
      to: 'production',
      images: [{ name: 'shop', from: 'v1.0.0', to: 'v2.0.0' }],
      commits: {
        compareUrl: 'https://github.com/acme/apps/compare/aaaaaaa1...bbbbbbb2',
      },
    });
  });

  it('says what comes next, and all that blocks it', async () => {
    const { steps, sentence } = await read('shop');
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      to: 'production',
      next: { kind: 'gate', runId: 'prod-2' },
      blocked: { code: 'quorum' },
    });
    expect(steps[0].blocked?.evidence.map(({ code }) => code)).toEqual([
      'quorum',
      'source-stale',
      'agent-offline',
    ]);
    expect(sentence?.tone).toBe('warn');
  });

  it('splits the time of what production runs, until its cluster ran it', async () => {
    const { leadTime } = await read('shop');
    expect(leadTime).toEqual({
      buildMs: 10 * MINUTE,
      queueMs: MINUTE,
      humanWaitMs: MINUTE / 2,
      deployMs: 1.5 * MINUTE,
      totalMs: 13 * MINUTE,
      from: at(0),
      to: at(13),
      commit: { sha: 'aaaaaaa1', createdAt: at(0) },
    });
  });

  it('compares the ids of a tag that is not pinned, and takes no namespace for an environment', async () => {
    const view = await read('sample');
    const { development, test, production } = columnsOf(view);
    expect(development.versions).toMatchObject([
      { version: 'SNAPSHOT-main', unpinned: true },
    ]);
    expect(test.versions).toMatchObject([
      { version: 'latest', unpinned: true, digests: ['sha256:bbbbbbbbbbbb2'] },
    ]);
    expect(production.versions).toMatchObject([
      { version: 'latest', unpinned: true, digests: ['sha256:aaaaaaaaaaaa1'] },
    ]);
    expect(view.changes.map(({ images }) => images)).toEqual([
      [{ name: 'shop', from: 'latest', to: 'SNAPSHOT-main' }],
      [
        {
          name: 'shop',
          from: 'latest@aaaaaaaaaaaa',
          to: 'latest@bbbbbbbbbbbb',
        },
      ],
    ]);
    expect(test.commit).toBeUndefined();
    expect(view.steps.map(({ to, blocked }) => [to, blocked?.code])).toEqual([
      ['test', 'no-actuator'],
      ['production', 'source-stale'],
    ]);
  });

  it('takes an environment that was never read for unknown, and never for empty', async () => {
    const config = [
      ...environments,
      { name: 'edge', clusters: { controlPlane: 'edge' } },
    ];
    const { edge } = columnsOf(await read('shop', { config }));
    expect(edge).toMatchObject({
      health: 'unknown',
      versions: [],
      sentence: { code: 'promotion.environment.unread' },
      coverage: { seen: 0, total: null },
    });
    expect(edge.coverage.problems).toMatchObject([{ source: 'edge' }]);
    const { changes, steps } = await read('shop', { config });
    expect(changes[2].images).toEqual([]);
    expect(steps.map(({ to }) => to)).toEqual(['production']);
  });

  it('takes an environment whose tool was never read for unknown, and clusters for read all the same', async () => {
    const config = [
      ...environments,
      { name: 'elsewhere', pipelines: [{ source: 'silent' }] },
    ];
    const { production, elsewhere } = columnsOf(await read('shop', { config }));
    expect(elsewhere).toMatchObject({
      health: 'unknown',
      sentence: { code: 'promotion.environment.unread' },
      coverage: { seen: 0, total: null, problems: [{ source: 'silent' }] },
    });
    expect(production.coverage.total).toBe(1);
  });

  it('takes an environment that was read, and where nothing is, for empty', async () => {
    const { development } = columnsOf(await read('shop'));
    expect(development).toMatchObject({
      health: 'absent',
      coverage: { seen: 0, total: 0 },
    });
  });

  it('goes by the stages of a pipeline where the platform says so', async () => {
    const stage = (name: string) => [
      { source: 'tool', names: ['staged'], stage: name },
    ];
    const config = [
      { name: 'test', pipelines: stage('TEST') },
      { name: 'production', pipelines: stage('PROD') },
    ];
    const view = await read('staged', { config });
    const { test, production } = columnsOf(view);
    expect(test).toMatchObject({
      health: 'unknown',
      sentence: { code: 'promotion.environment.toolOnly' },
      versions: [{ name: 'staged', version: 'v3.0.0', clusters: [] }],
      since: at(42),
    });
    expect(test.gate).toBeUndefined();
    expect(production).toMatchObject({
      versions: [],
      gate: { id: 'approve' },
      run: { id: 'staged-1' },
    });
    expect(view.steps).toMatchObject([
      { to: 'production', next: { kind: 'gate' }, blocked: { code: 'quorum' } },
    ]);
    expect(view.match.state).toBe('matched');
    // No cluster is read that could say when it ran.
    expect(view.leadTime).toBeUndefined();
  });

  it('says of a template that nothing places that every environment misses it', async () => {
    const { steps } = await read('lost');
    expect(steps.map(({ to, blocked }) => [to, blocked?.code])).toEqual([
      ['test', 'unscheduled'],
      ['production', 'unscheduled'],
    ]);
  });

  it('shows what an entity narrows itself to, and says what it names in vain', async () => {
    const annotations = { [ANNOTATION_ENVIRONMENTS]: 'production, moon' };
    const view = await read('shop', { annotations });
    expect(view.environments.map(({ name }) => name)).toEqual(['production']);
    expect(view.changes).toEqual([]);
    expect(view.sentence).toMatchObject({
      code: 'promotion.unknownEnvironments',
      params: { names: 'moon' },
    });
  });

  it('takes no step to where a service does not go, unless the service says that it does', async () => {
    const config = [
      environments[1],
      {
        name: 'later',
        clusters: { controlPlane: 'plain', names: ['rohan'] },
      },
    ];
    expect((await read('shop', { config })).steps).toEqual([]);
    const annotations = { [ANNOTATION_ENVIRONMENTS]: 'test,later' };
    const { steps } = await read('shop', { config, annotations });
    expect(steps).toMatchObject([
      { to: 'later', blocked: { code: 'no-actuator' } },
    ]);
  });

  it('says of a pipeline that delivers to no environment that it does', async () => {
    const { sentence } = await read('staged');
    expect(sentence).toMatchObject({
      code: 'promotion.unassigned',
      params: { count: 1 },
    });
  });

  it('says that nothing is configured, and puts nothing anywhere', async () => {
    const view = await read('shop', { config: [] });
    expect(view.environments.map(({ name }) => name)).toEqual([
      'development',
      'test',
      'production',
    ]);
    for (const environment of view.environments) {
      expect(environment).toMatchObject({
        versions: [],
        health: 'absent',
        sentence: { code: 'promotion.environment.notConfigured' },
        coverage: { total: null },
      });
    }
    expect(view.steps).toEqual([]);
    expect(view.sentence?.code).toBe('promotion.notConfigured');
  });

  it('shows no run of a pipeline that only the entity claims, unless claims are shown', async () => {
    const shop = 'component:default/shop';
    await matchPipelines(knex, shop, ['shop-test', 'shop-prod'], false);
    expect(columnsOf(await read('shop')).production.run).toBeUndefined();
    const shown = columnsOf(await read('shop', { showClaimed: true }));
    expect(shown.production.run?.id).toBe('prod-2');
    await matchPipelines(knex, shop, ['shop-test', 'shop-prod']);
  });

  it('names nothing of clusters to who may see runs alone', async () => {
    const { promotion } = openPromotion(knex, {
      environments: environments as never,
    });
    const view = await promotion.read(
      component('shop', { [ID]: 'shop' }),
      'runs',
    );
    expect(JSON.stringify(view)).not.toMatch(/\b(rohan|gondor|shire|edge)\b/);
    for (const { clusters, sentence, health } of view.environments) {
      expect(clusters).toEqual([]);
      expect(health).toBe('unknown');
      expect(sentence.text).toContain('you may not see where this runs');
    }
    expect(view.artifacts).not.toEqual([]);
  });
});
