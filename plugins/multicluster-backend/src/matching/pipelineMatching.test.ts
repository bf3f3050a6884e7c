import { Knex } from 'knex';
import { countWrites } from '../inventory/__testUtils__/countWrites';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { fakeRuns } from '../__testUtils__/fakeRuns';
import { seedDelivery, SEED_MARK } from '../__testUtils__/seedDelivery';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import { openViewsWorld, streamed } from '../__testUtils__/viewsWorld';
import { globToRegExp } from '../util/globToRegExp';
import { ClaimBook } from './ClaimBook';
import { DefaultMatchingService } from './DefaultMatchingService';
import { MatchingLock } from './MatchingLock';
import { MatchingService } from './MatchingService';
import { PipelineMatcher } from './PipelineMatcher';
import { pipelineToolsOf } from './pipelineToolsOf';
import { claimOfEntity } from './rules';

const databases = testDatabases();
const tools = pipelineToolsOf([{ id: 'tool', runs: fakeRuns() }]);
const REPOSITORY = 'https://git.example.com/org/shop';

describe.each(databases.eachSupportedId())('pipelines on %s', id => {
  let knex: Knex;
  let matching: MatchingService;

  beforeEach(async () => {
    knex = await databases.init(id);
    await openViewsWorld(knex, shopWorld);
    await seedDelivery(knex, {
      pipelines: [
        { key: 'shop-canary' },
        {
          key: 'cart-sync',
          labels: { team: 'carts' },
          repository: {
            remote: `${REPOSITORY}.git`,
            branch: 'main',
            path: 'cart',
          },
        },
        { key: 'given', name: 'given-away' },
      ],
      marks: { shop: 'shop-canary' },
    });
    await knex('inventory_source').update({
      matched_revision: knex.ref('revision'),
    });
    matching = DefaultMatchingService.create({
      knex,
      mappings: [],
      tools,
      pipelineMappings: [
        {
          name: globToRegExp('given-*'),
          ownerRef: 'group:default/shop-team',
        },
      ],
    });
  }, 60_000);

  afterEach(() => knex.destroy());

  const matches = async () =>
    (
      await knex('pipeline_match as m')
        .join('inventory_pipeline as p', 'p.id', 'm.pipeline_id')
        .orderBy(['m.entity_ref', 'p.key'])
        .select('m.entity_ref', 'p.key', 'm.rule', 'm.confirmed')
    ).map(row => [
      row.entity_ref.replace('component:default/', ''),
      row.key,
      row.rule,
      Boolean(row.confirmed),
    ]);
  const workload = async (name: string): Promise<number> =>
    (await knex('inventory_workload').where({ name }).first('id')).id;
  const pipeline = async (key: string): Promise<number> =>
    (await knex('inventory_pipeline').where({ key }).first('id')).id;

  const shop = component('shop', { 'backstage.io/kubernetes-id': 'shop' });
  const cart = component('cart', {
    'backstage.io/managed-by-location': `url:${REPOSITORY}/blob/main/cart/catalog-info.yaml`,
  });
  const named = component('named', {
    'fairway.io/pipelines': 'tool:cart-sync, given',
  });
  const byTool = component('by-tool', {
    'tool.dev/application-id': 'shop-canary',
  });

  it('are found by what they deployed, where the entity was registered, and by name', async () => {
    const changes = await matching.sweep(
      streamed([shop, cart], [named, byTool]),
    );
    expect(await matches()).toEqual([
      ['by-tool', 'shop-canary', 'tool-annotation', false],
      ['cart', 'cart-sync', 'repository', true],
      ['named', 'cart-sync', 'pipelines-annotation', false],
      ['named', 'given', 'pipelines-annotation', true],
      ['shop', 'shop-canary', 'deployed-workload', true],
    ]);
    expect(changes.pipelineIds.size).toBe(3);
    const written = await countWrites(knex);
    await matching.sweep(streamed([shop, cart, named, byTool]));
    expect(await written()).toEqual({});
  });

  it('follow an edited entity at once', async () => {
    await matching.sweep(streamed([shop]));
    expect(await matching.refreshEntity(named)).toBe(true);
    expect(await matches()).toContainEqual([
      'named',
      'given',
      'pipelines-annotation',
      true,
    ]);
    expect(matching.claimHashOf(named)).toBe(
      (
        await knex('entity_claim')
          .where({ entity_ref: 'component:default/named' })
          .first('hash')
      ).hash,
    );
    await matching.refreshEntity(component('named', {}));
    expect(await matches()).toEqual([
      ['shop', 'shop-canary', 'deployed-workload', true],
    ]);
  });

  it('follow a mark that comes, moves and goes', async () => {
    await matching.sweep(streamed([shop]));
    const id_ = await workload('shop');
    const mark = knex('inventory_workload_mark').where({ workload_id: id_ });
    await mark.clone().update({ value: 'cart-sync' });
    const moved = await matching.matchWorkloads([id_]);
    expect(await matches()).toEqual([
      ['shop', 'cart-sync', 'deployed-workload', true],
    ]);
    expect(moved.entityRefs).toContain('component:default/shop');
    await mark.clone().delete();
    await matching.matchWorkloads([id_]);
    expect(await matches()).toEqual([]);
  });

  it('lose their entity with the workload that joined them', async () => {
    await matching.sweep(streamed([shop]));
    await knex('inventory_workload')
      .where({ name: 'shop' })
      .update({ kubernetes_id: 'other' });
    await matching.matchWorkloads([await workload('shop')]);
    expect(await matches()).toEqual([]);
  });

  it('are only claimed when the workload is contested', async () => {
    const copycat = component(
      'copycat',
      { 'backstage.io/kubernetes-id': 'shop' },
      'group:default/thieves',
    );
    await matching.sweep(streamed([shop]));
    await matching.refreshEntity(copycat);
    expect(await matches()).toEqual([
      ['copycat', 'shop-canary', 'deployed-workload', false],
      ['shop', 'shop-canary', 'deployed-workload', false],
    ]);
  });

  it('labelled with an id are nobody’s once another team carries it, though it names no pipeline', async () => {
    const labels = { 'backstage.io/kubernetes-id': 'cart' };
    await knex('inventory_pipeline')
      .where({ key: 'cart-sync' })
      .update({ fact: JSON.stringify({ labels }) });
    const id_ = { 'backstage.io/kubernetes-id': 'cart' };
    const claims = { ...id_, 'fairway.io/pipelines': 'cart-sync' };
    const thief = component('thief', claims, 'group:default/thieves');
    await matching.sweep(streamed([thief]));
    const claimed = ['thief', 'cart-sync', 'pipelines-annotation'];
    expect(await matches()).toEqual([[...claimed, true]]);
    await matching.refreshEntity(component('cart', id_));
    expect(await matches()).toEqual([[...claimed, false]]);
  });

  it('of another team are not won by writing their mark on a template of one’s own', async () => {
    const thief = component(
      'thief',
      { 'backstage.io/kubernetes-id': 'other' },
      'group:default/thieves',
    );
    await matching.sweep(streamed([shop, cart, thief]));
    const cartId = await workload('cart');
    await knex('inventory_workload')
      .where({ id: cartId })
      .update({ kubernetes_id: 'other' });
    for (const key of ['shop-canary', 'cart-sync']) {
      await knex('inventory_workload_mark')
        .where({ workload_id: cartId })
        .delete();
      await knex('inventory_workload_mark').insert({
        workload_id: cartId,
        annotation: SEED_MARK,
        value: key,
      });
      await matching.matchWorkloads([cartId]);
      expect(await matches()).toContainEqual([
        'thief',
        key,
        'deployed-workload',
        false,
      ]);
    }
    expect(await matches()).toContainEqual([
      'cart',
      'cart-sync',
      'repository',
      true,
    ]);
  });

  it('that changed are matched again, and those that are gone forgotten', async () => {
    await matching.sweep(streamed([cart]));
    const changed = await pipeline('cart-sync');
    await knex('inventory_pipeline')
      .where({ id: changed })
      .update({ fact: JSON.stringify({ labels: {} }) });
    expect((await matching.matchPipelines([changed])).entityRefs).toContain(
      'component:default/cart',
    );
    expect(await matches()).toEqual([]);
    await matching.refreshEntity(named);
    await knex('inventory_pipeline').delete();
    await matching.matchAll();
    expect(await knex('pipeline_match')).toEqual([]);
  });

  it('that another replica stored and did not live to match are matched by this one', async () => {
    await matching.sweep(streamed([named]));
    await knex('inventory_source').update({ revision: 7 });
    await knex('inventory_pipeline')
      .where({ key: 'shop-canary' })
      .update({ key: 'given-2', name: 'given', revision: 7 });
    const later = component('named', { 'fairway.io/pipelines': 'name=given' });
    await matching.sweep(streamed([named]));
    await matching.refreshEntity(later);
    await knex('pipeline_match').delete();
    await matching.sweep(streamed([later]));
    expect(await matches()).toEqual([
      ['named', 'given-2', 'pipelines-annotation', false],
    ]);
  });

  it('belong to nobody while no delivery tool is configured', async () => {
    const none = DefaultMatchingService.create({ knex, mappings: [] });
    await none.sweep(streamed([shop, named, cart]));
    expect(await matches()).toEqual([]);
    expect(await knex('entity_claim').pluck('entity_ref')).toEqual([
      'component:default/shop',
    ]);
  });

  it('are gone through for what a claim can cover without making others wait for the lock', async () => {
    const many = await manyLike(await pipeline('cart-sync'), 700);
    await knex.batchInsert('inventory_pipeline', many, 100);
    const lock = MatchingLock.create(knex);
    const locked = jest.spyOn(lock, 'run');
    const claims = ClaimBook.create();
    const options = { knex, lock, claims, tools, mappings: [] };
    const claim = claimOfEntity(
      component('late', { 'fairway.io/pipelines': 'like-1, like-699, given' }),
      tools.annotations,
    );

    expect(await PipelineMatcher.create(options).coveredBy([claim!])).toEqual(
      await knex('inventory_pipeline')
        .whereIn('key', ['like-1', 'like-699', 'given'])
        .orderBy('id')
        .pluck('id'),
    );
    expect(locked).not.toHaveBeenCalled();
  });

  async function manyLike(which: number, count: number) {
    const { id: _, ...row } = await knex('inventory_pipeline')
      .where({ id: which })
      .first();
    return Array.from({ length: count }, (_unused, at) => ({
      ...row,
      hash: `like-${at}`,
      key: `like-${at}`,
      name: `like-${at}`,
    }));
  }
});
