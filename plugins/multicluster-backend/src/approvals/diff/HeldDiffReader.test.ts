import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { component } from '../../__testUtils__/shopWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { SourceRegistry } from '../../service/SourceRegistry';
import { DetailQuery, DetailReader } from '../../service/DetailService';
import { HeldWorld, heldWorld, LANE } from '../__testUtils__/heldWorld';
import { LaneInventory } from '../lanes/LaneInventory';
import { HeldDiffReader } from './HeldDiffReader';

jest.setTimeout(60_000);

const databases = testDatabases();
const asking = { credentials: mockCredentials.user() };
const shop = component('shop', {});

describe.each(databases.eachSupportedId())('HeldDiffReader on %s', id => {
  let knex: Knex;
  let world: HeldWorld;
  let asked: Array<[string, DetailQuery]>;
  /** Clusters that the lane is on, beside those of the world. */
  let more: string[];

  const subject = (clusters = ['member1', 'member2']) => ({
    source: LANE.source,
    lane: { policy: LANE.policyKey, clusters },
  });
  const read = (...[entity, ...rest]: Parameters<HeldDiffReader['read']>) =>
    HeldDiffReader.create({
      knex,
      inventory: {
        read: async lane => {
          const facts = await LaneInventory.create({
            knex,
            sources: new SourceRegistry(),
            environments: world.environments,
          }).read(lane);
          const [first] = facts.targets;
          const added = more.map(cluster => ({ ...first, cluster }));
          return { ...facts, targets: [...facts.targets, ...added] };
        },
      },
      details: {
        read: async (kind: string, query: DetailQuery) => {
          asked.push([kind, query]);
          const manifest = kind === 'live' ? 'image: v1\n' : 'image: v2\n';
          return query.clusters!.map(cluster => ({
            cluster,
            items: [{ manifest }],
          }));
        },
      } as unknown as Pick<DetailReader, 'read'>,
    }).read(entity, ...rest);

  beforeEach(async () => {
    knex = await databases.init(id);
    world = await heldWorld(knex);
    asked = [];
    more = [];
  });

  it('compares, on each cluster that would be released, what it has with what is held', async () => {
    const { diff, basis } = await read(shop, subject(), asking);
    expect(basis.code).toBe('approval.diff.held');
    const lines = [
      { change: 'removed', text: 'image: v1' },
      { change: 'added', text: 'image: v2' },
    ];
    expect(diff).toEqual(
      ['member1', 'member2'].map(cluster => ({
        cluster,
        object: 'Deployment/shop',
        hunks: [{ line: 1, lines }],
      })),
    );
    const { hash: workloadId } = await knex('inventory_workload').first('hash');
    const query = { workloadId, clusters: ['member1', 'member2'] };
    expect(asked).toEqual([
      ['rendered', query],
      ['live', query],
    ]);
  });

  it('asks a cluster for nothing that was never placed there', async () => {
    await read(shop, subject(['member1', 'elsewhere']), asking);
    expect(asked.map(([, { clusters }]) => clusters)).toEqual([
      ['member1'],
      ['member1'],
    ]);
  });

  it('compares no more than one page bears, and says how much that is', async () => {
    more = Array.from({ length: 60 }, (_, at) => `more-${at}`);
    const { diff, basis } = await read(
      shop,
      subject([...more, 'member1']),
      asking,
    );
    expect(diff).toHaveLength(48);
    expect(basis).toMatchObject({
      code: 'approval.diff.heldSome',
      params: { shown: 48, count: 61 },
    });
  });

  it.each([
    ['another entity', component('cart', {}), true],
    ['one that only claims it', shop, false],
  ])('reads nothing for %s', async (_, entity, confirmed) => {
    await knex('entity_match').update({ confirmed });
    const { diff, basis } = await read(entity, subject(), asking);
    expect([diff, basis.code]).toEqual([[], 'approval.diff.heldNothing']);
    expect(asked).toEqual([]);
  });
});
