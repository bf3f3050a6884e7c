import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { countWrites } from '../inventory/__testUtils__/countWrites';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { globToRegExp } from '../util/globToRegExp';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import { openViewsWorld, streamed } from '../__testUtils__/viewsWorld';
import { MatchingService } from './MatchingService';

const ID = 'backstage.io/kubernetes-id';
const databases = testDatabases();

describe.each(databases.eachSupportedId())('matching on %s', id => {
  let knex: Knex;
  let matching: MatchingService;

  beforeEach(async () => {
    knex = await databases.init(id);
    ({ matching } = await openViewsWorld(knex, shopWorld, [
      {
        namespace: globToRegExp('carts'),
        ownerRef: 'group:default/cart-team',
      },
    ]));
    await knex('inventory_source').update({
      matched_revision: knex.ref('revision'),
    });
  }, 60_000);

  afterEach(() => knex.destroy());

  const matches = async () =>
    (
      await knex('entity_match as m')
        .join('inventory_workload as w', 'w.id', 'm.workload_id')
        .orderBy(['m.entity_ref', 'w.name'])
        .select('m.entity_ref', 'w.name', 'm.rule', 'm.confirmed')
    ).map(row => [
      row.entity_ref.replace('component:default/', ''),
      row.name,
      row.rule,
      Boolean(row.confirmed),
    ]);

  const shop = component('shop', { [ID]: 'shop' });
  const cart = component(
    'cart',
    { 'backstage.io/kubernetes-label-selector': 'app in (cart)' },
    'group:default/cart-team',
  );
  const thief = component('thief', {
    'fairway.io/workloads': 'Deployment.apps/carts/cart',
  });

  it('links entities of every page to their workloads, confirmed where the cluster or the platform says so', async () => {
    const changes = await matching.sweep(streamed([shop], [cart, thief]));
    expect(await matches()).toEqual([
      ['cart', 'cart', 'label-selector', true],
      ['shop', 'shop', 'kubernetes-id', true],
      ['thief', 'cart', 'workloads-annotation', false],
    ]);
    expect(changes.entityRefs.size).toBe(3);
  });

  it('writes nothing when nothing changed', async () => {
    await matching.sweep(streamed([shop, cart]));
    const written = await countWrites(knex);
    const changes = await matching.sweep(streamed([shop, cart]));
    expect(changes.entityRefs.size + changes.workloadIds.size).toBe(0);
    expect(await written()).toEqual({});
  });

  it('writes one claim when one changed', async () => {
    await matching.sweep(streamed([shop, cart]));
    const written = await countWrites(knex);
    await matching.sweep(streamed([component('shop', { [ID]: 'no' }), cart]));
    expect(await written()).toEqual({
      // Before it is matched and after.
      'entity_claim update': 2,
      'entity_match delete': 1,
    });
  });

  it('matches again a claim that was stored and then could not be matched', async () => {
    await matching.sweep(streamed([cart]));
    await knex.schema.renameTable('entity_match', 'away');
    await expect(matching.sweep(streamed([shop, cart]))).rejects.toThrow(
      'entity_match',
    );
    await knex.schema.renameTable('away', 'entity_match');
    const changes = await matching.sweep(streamed([shop, cart]));
    expect([...changes.entityRefs]).toEqual(['component:default/shop']);
    expect(await matches()).toContainEqual([
      'shop',
      'shop',
      'kubernetes-id',
      true,
    ]);
  });

  it('lets a claim stand that was stored while the catalog was read', async () => {
    await matching.sweep(streamed([shop]));
    async function* slow(): AsyncGenerator<Entity[]> {
      yield [component('shop', { [ID]: 'long-ago' })];
      await matching.refreshEntity(component('shop', { [ID]: 'newer' }));
      await matching.refreshEntity(cart);
    }
    await matching.sweep(slow());
    const claims = await knex('entity_claim').orderBy('entity_ref');
    expect(
      claims.map(row => JSON.parse(row.claim).kubernetesId ?? row.entity_ref),
    ).toEqual(['component:default/cart', 'newer']);
  });

  it('matches workloads that another replica stored and did not live to match', async () => {
    await matching.sweep(streamed([shop]));
    await knex('inventory_source').update({ revision: 7 });
    await knex('inventory_workload')
      .where({ name: 'nobody' })
      .update({ kubernetes_id: 'shop', revision: 7 });
    const quiet = await matching.sweep(streamed([shop]));
    expect(quiet.workloadIds.size).toBe(0);

    const missed = await matching.sweep(streamed([shop]));
    expect(missed.workloadIds.size).toBe(1);
    expect(await matches()).toContainEqual([
      'shop',
      'nobody',
      'kubernetes-id',
      true,
    ]);
    const written = await countWrites(knex);
    await matching.sweep(streamed([shop]));
    expect(await written()).toEqual({});
  });

  it('forgets entities that are gone, and those that say something else', async () => {
    await matching.sweep(streamed([shop, cart, thief]));
    await matching.sweep(
      streamed([component('shop', { [ID]: 'other' }), cart]),
    );
    expect(await matches()).toEqual([['cart', 'cart', 'label-selector', true]]);
  });

  it('forgets nobody when the catalog breaks off half way', async () => {
    await matching.sweep(streamed([shop, cart]));
    async function* broken(): AsyncGenerator<Entity[]> {
      yield [shop];
      throw new Error('the catalog is gone');
    }
    await expect(matching.sweep(broken())).rejects.toThrow('catalog is gone');
    expect(await matches()).toHaveLength(2);
  });

  it('matches an edited entity at once, and an unedited one not again', async () => {
    expect(await matching.refreshEntity(shop)).toBe(true);
    expect(await matches()).toEqual([['shop', 'shop', 'kubernetes-id', true]]);
    expect(await matching.refreshEntity(shop)).toBe(false);
    expect(await matching.refreshEntity(component('shop', {}))).toBe(true);
    expect(await matches()).toEqual([]);
  });

  it('matches a workload whose labels changed, and drops one that is gone', async () => {
    await matching.sweep(streamed([shop, cart]));
    const { id: shopId } = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id');
    const { id: nobodyId } = await knex('inventory_workload')
      .where({ name: 'nobody' })
      .first('id');
    await knex('inventory_workload')
      .where({ id: nobodyId })
      .update({ kubernetes_id: 'shop' });
    await knex('inventory_workload').where({ id: shopId }).delete();
    const changes = await matching.matchWorkloads([shopId, nobodyId]);
    expect([...changes.workloadIds].sort()).toEqual([shopId, nobodyId].sort());
    expect(await matches()).toEqual([
      ['cart', 'cart', 'label-selector', true],
      ['shop', 'nobody', 'kubernetes-id', true],
    ]);
  });

  const copycat = component(
    'copycat',
    { [ID]: 'shop' },
    'group:default/thieves',
  );
  const confirmed = async () =>
    (await matches()).map(([entity, , , says]) => [entity, says]);

  it('confirms an id for nobody while entities of different owners carry it', async () => {
    await matching.sweep(streamed([shop]));
    expect(await confirmed()).toEqual([['shop', true]]);
    const came = await matching.sweep(streamed([shop, copycat]));
    expect(await confirmed()).toEqual([
      ['copycat', false],
      ['shop', false],
    ]);
    expect([...came.entityRefs].sort()).toEqual([
      'component:default/copycat',
      'component:default/shop',
    ]);
    const went = await matching.sweep(streamed([shop]));
    expect(await confirmed()).toEqual([['shop', true]]);
    expect(went.entityRefs).toContain('component:default/shop');
  });

  it('sees at once that an entity with the id of another was looked at, changed hands or lost the id', async () => {
    await matching.sweep(streamed([shop]));
    await matching.refreshEntity(copycat);
    expect(await confirmed()).toEqual([
      ['copycat', false],
      ['shop', false],
    ]);
    await matching.refreshEntity(component('copycat', { [ID]: 'shop' }));
    expect(await confirmed()).toEqual([
      ['copycat', true],
      ['shop', true],
    ]);
    await matching.refreshEntity(copycat);
    await matching.refreshEntity(component('copycat', {}));
    expect(await confirmed()).toEqual([['shop', true]]);
  });

  it('contests a workload that gets the label later', async () => {
    const other = component('other', { [ID]: 'cart' }, 'group:default/other');
    const claimer = component('claimer', { [ID]: 'cart' });
    await matching.sweep(streamed([other, claimer]));
    expect(await matches()).toEqual([]);
    const { id: workload } = await knex('inventory_workload')
      .where({ name: 'nobody' })
      .first('id');
    await knex('inventory_workload')
      .where({ id: workload })
      .update({ kubernetes_id: 'cart' });
    await matching.matchWorkloads([workload]);
    expect(await confirmed()).toEqual([
      ['claimer', false],
      ['other', false],
    ]);
    expect((await matching.matchAll()).entityRefs.size).toBe(0);
  });

  it('finds the workloads of a policy by its permanent id', async () => {
    const policy = {
      kind: 'PropagationPolicy',
      namespace: 'default',
      name: 'spread',
    };
    await knex('inventory_policy').insert({
      source_id: (await knex('inventory_source').first('id')).id,
      key: 'PropagationPolicy/default/spread',
      ...policy,
      policy_id: 'p1',
      role: 'placement',
      fact: '{}',
      fact_hash: 'x',
      revision: 1,
    });
    const row = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('id', 'fact');
    await knex('inventory_workload')
      .where({ id: row.id })
      .update({
        policy_id: 'p1',
        fact: JSON.stringify({ ...JSON.parse(row.fact), policy }),
      });
    await matching.refreshEntity(
      component('spread', { 'fairway.io/policy': 'prod:default/spread' }),
    );
    expect(await matches()).toEqual([
      ['spread', 'shop', 'policy-annotation', false],
    ]);
  });
});
