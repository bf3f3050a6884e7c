import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { changedViews } from '../hints/changedViews';
import { ClusterStates } from '../hints/ClusterStates';
import { selectLossByOwner } from '../notifications/selectLossByOwner';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { explainReads } from '../__testUtils__/explainReads';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import {
  openViewsWorld,
  streamed,
  ViewsWorld,
} from '../__testUtils__/viewsWorld';
import { DefaultFleetService } from './fleet/DefaultFleetService';
import { ImpactReader } from './impact/ImpactReader';
import { ClusterPolicies } from './platform/ClusterPolicies';
import { selectEntityTargets } from './topology/selectEntityTargets';
import { selectEntityWorkloads } from './topology/selectEntityWorkloads';

const databases = testDatabases();

/** Names that stand for tables of which a large fleet has 100,000 rows and more, in our statements. */
const LARGE =
  /^SCAN (w|p|q|r|t|l|o|inventory_(workload|placement|target|transition)|m|entity_match)\b/;

/** Lines that read a large table row by row, or sort more than a page of it. */
function slowLines(plan: string[]): string[] {
  return plan.filter(
    line =>
      (LARGE.test(line) && !line.includes('USING COVERING INDEX')) ||
      line.includes('AUTOMATIC'),
  );
}

/** Copies of a placed workload, so that a list has more than one stretch. */
async function seedMany(knex: Knex, count: number): Promise<void> {
  const workload = await knex('inventory_workload')
    .where({ name: 'shop' })
    .first();
  const placement = await knex('inventory_placement')
    .where({ workload_id: workload.id })
    .first();
  const target = await knex('inventory_target')
    .where({ placement_id: placement.id })
    .first();
  for (let n = 0; n < count; n++) {
    const id = 10_000 + n;
    const name = `copy-${n}`;
    await knex('inventory_workload').insert({
      ...workload,
      id,
      hash: name,
      key: name,
      name,
    });
    await knex('inventory_placement').insert({
      ...placement,
      id,
      key: name,
      workload_id: id,
    });
    await knex('inventory_target').insert({ ...target, placement_id: id });
  }
}

// The other engine plans by statistics, which a test does not have.
describe.each(
  databases.eachSupportedId().filter(([id]) => id.startsWith('SQLITE')),
)('What is read of a large fleet on %s', id => {
  let knex: Knex;
  let world: ViewsWorld;

  beforeAll(async () => {
    knex = await databases.init(id);
    world = await openViewsWorld(knex, shopWorld);
    await world.matching.sweep(
      streamed([component('shop', { 'backstage.io/kubernetes-id': 'shop' })]),
    );
    await knex.transaction(tx => seedMany(tx, 2500));
    await knex('inventory_cluster')
      .where({ name: 'member2' })
      .update({ state: 'unreachable' });
  }, 60_000);

  const slow = async (run: () => Promise<unknown>) =>
    (await explainReads(knex, run)).flatMap(({ sql, plan }) =>
      slowLines(plan).map(line => `${line}: ${sql}`),
    );

  it.each([
    '',
    'status:degraded',
    'status:unhealthy',
    'status:healthy',
    '!status:converged',
    'status:unplaced',
    'region:eu*',
    'cluster:member1',
    'environment:production',
    'namespace:x',
    'name:shop',
    'version:v1*',
    'image:*x*',
    'owner:shop-team',
    'entity:shop',
    'source:prod',
    'pipeline:shop',
    'shop',
  ])('is found by an index in a list by "%s"', async filter => {
    expect(await slow(() => world.workloads.list({ filter }))).toEqual([]);
  });

  it('is found by an index in a list of what belongs to some entities, and on a later page', async () => {
    const entityRefs = ['component:default/shop'];
    expect(await slow(() => world.workloads.list({ entityRefs }))).toEqual([]);
    const { nextCursor } = await world.workloads.list({ limit: 1 });
    expect(nextCursor).toBeDefined();
    expect(
      await slow(() => world.workloads.list({ cursor: nextCursor })),
    ).toEqual([]);
  });

  it('is counted from indexes for the fleet, and found by them for a cluster', async () => {
    const fleet = DefaultFleetService.create({
      sources: world.sources,
      book: world.book,
      health: world.health,
      impact: ImpactReader.create({ knex, sources: world.sources }),
      environments: world.environments,
      policies: ClusterPolicies.fromConfig(new ConfigReader({})),
    });
    expect(
      await slow(() =>
        fleet.cluster(
          { controlPlane: 'prod', name: 'member2' },
          { credentials: mockCredentials.user() },
        ),
      ),
    ).toEqual([]);
  });

  it('is found by an index for an entity, and where a change is followed up or a loss is told', async () => {
    const { id: workloadId } = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id');
    const { id: clusterId } = await knex('inventory_cluster')
      .where({ name: 'member1' })
      .first('id');
    expect(
      await slow(() =>
        Promise.all([
          selectEntityWorkloads(knex, 'component:default/shop'),
          selectEntityTargets(knex, 'component:default/shop'),
        ]),
      ),
    ).toEqual([]);
    const states = ClusterStates.create(knex);
    await states.changed([clusterId]);
    const change = {
      workloadIds: new Set([workloadId]),
      clusterIds: new Set([clusterId]),
      pipelineIds: new Set<number>(),
      runIds: new Set<number>(),
    };
    expect(await slow(() => changedViews(knex, states, [change]))).toEqual([]);
    expect(await slow(() => selectLossByOwner(knex, clusterId))).toEqual([]);
    expect(
      await slow(() => world.matching.matchWorkloads([workloadId])),
    ).toEqual([]);
  });

  it.each(['', 'status:healthy', '!status:degraded', 'region:eu*'])(
    'is read in the order of the list, from workloads on, by "%s"',
    async filter => {
      const reads = await explainReads(knex, () =>
        world.workloads.list({ filter, limit: 1 }),
      );
      const lists = reads.filter(({ sql }) => /`w` join/.test(sql));
      expect(lists.length).toBeGreaterThan(0);
      for (const { plan } of lists) {
        // Beginning with placements or the source, each page and each part of a count would read and sort all of them.
        expect(plan[0]).toMatch(
          /^(SCAN|SEARCH) w USING (COVERING INDEX|INDEX|INTEGER PRIMARY KEY)/,
        );
        expect(
          plan.includes('USE TEMP B-TREE FOR ORDER BY') &&
            !plan[0].includes('INTEGER PRIMARY KEY'),
        ).toBe(false);
      }
    },
  );
});
