import { Knex } from 'knex';
import { seedApproval } from '../../__testUtils__/seedApproval';
import { seedOwner } from '../../__testUtils__/seedOwner';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { approvalRules } from '../../permissions/approval/approvalRules';
import { selectApprovalResources } from '../../permissions/approval/selectApprovalResources';
import { ApprovalCondition, ApprovalFilter } from './ApprovalCondition';
import { selectHolding } from './selectHolding';

const databases = testDatabases();
const SHOP = 'component:default/shop';
const CART = 'component:default/cart';
const owner = (...values: string[]): ApprovalFilter => ({
  field: 'owner',
  values: values.map(name => `group:default/${name}`),
});
const environment = (...values: string[]): ApprovalFilter => ({
  field: 'environment',
  values,
});

describe.each(databases.eachSupportedId())('conditions on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    await seedOwner(knex, SHOP, 'group:default/shop-team');
    await seedOwner(knex, CART, 'group:default/cart-team');
    await knex('entity_claim')
      .where('entity_ref', CART)
      .update({
        claim: JSON.stringify({
          ownerRef: 'group:default/cart-team',
          coOwnerRefs: ['group:default/helpers'],
        }),
      });
    await seedApproval(knex, {
      id: 'shop',
      gateKey: 'shop',
      entities: [
        { entityRef: SHOP, confirmed: true },
        { entityRef: CART, confirmed: false },
      ],
    });
    await seedApproval(knex, {
      id: 'cart',
      gateKey: 'cart',
      kind: 'lane',
      source: 'east',
      environment: undefined,
      entities: [{ entityRef: CART, confirmed: true }],
    });
  }, 60_000);

  it.each<[string, ApprovalCondition, string[]]>([
    ['all', 'all', ['cart', 'shop']],
    ['none', 'none', []],
    ['an owner', owner('shop-team'), ['shop']],
    ['an owner of a claim alone', owner('cart-team'), ['cart']],
    ['one of several owners', owner('helpers'), ['cart']],
    ['nobody', owner(), []],
    ['an environment', environment('production'), ['shop']],
    ['not an environment', { not: environment('production') }, ['cart']],
    ['a kind', { field: 'kind', values: ['lane'] }, ['cart']],
    [
      'a source',
      { field: 'source', values: ['west', 'east'] },
      ['cart', 'shop'],
    ],
    [
      'any of two',
      { anyOf: [owner('shop-team'), { field: 'source', values: ['east'] }] },
      ['cart', 'shop'],
    ],
    [
      'all of two',
      { allOf: [owner('shop-team'), { field: 'source', values: ['east'] }] },
      [],
    ],
    [
      'none of two',
      {
        not: {
          anyOf: [owner('shop-team'), { field: 'source', values: ['none'] }],
        },
      },
      ['cart'],
    ],
  ])('hold for what %s names', async (_, condition, ids) => {
    const found = await selectHolding(
      knex,
      ['shop', 'cart', 'gone'],
      condition,
    );
    expect([...found].sort()).toEqual(ids);
  });

  it.each([
    ['hasEntityOwner', { claims: ['Group:default/Shop-team'] }],
    ['hasEntityOwner', { claims: ['group:default/helpers'] }],
    ['hasEntityOwner', { claims: [] }],
    ['isInEnvironment', { environments: ['production'] }],
    ['isOfKind', { kinds: ['gate'] }],
    ['isOfSource', { sources: ['east'] }],
  ] as const)(
    'are judged on one request as in a list: %s %j',
    async (name, params) => {
      const rule = approvalRules[name];
      const resources = await selectApprovalResources(knex, ['shop', 'cart']);
      const one = resources
        .filter(resource => rule.apply(resource!, params as never))
        .map(resource => resource!.id);
      const many = await selectHolding(
        knex,
        ['shop', 'cart'],
        rule.toQuery(params as never),
      );
      expect(one.sort()).toEqual([...many].sort());
    },
  );
});
