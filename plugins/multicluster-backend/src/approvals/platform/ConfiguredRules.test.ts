import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { component } from '../../__testUtils__/shopWorld';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { PolicySubject } from '../observe/RequestRules';
import { readApprovalPolicies } from '../rules/policy/readApprovalPolicies';
import { PlatformFacts } from '../rules/voters/platformRefusal';
import { ConfiguredRules, TIGHTEN_ANNOTATION } from './ConfiguredRules';
import { PeopleBook } from './PeopleBook';

const owners = (atLeast: number) => ({ atLeast, of: { owners: true } });

const POLICIES: JsonObject[] = [
  {
    name: 'shop alone',
    environments: ['production'],
    sources: ['pipe*'],
    pipelines: ['shop*'],
    require: owners(2),
  },
  { name: 'production', environments: ['production'], require: owners(1) },
  { name: 'test', environments: ['test'], require: owners(1) },
];

const WITHOUT_FAULT: Omit<PlatformFacts, 'policyValid'> = {
  permissionsEnabled: true,
  databaseDurable: true,
  allowWithoutRules: false,
};

/** A component that asks for more than its platform does. */
const asking = (name: string, wish: string) =>
  component(name, { [TIGHTEN_ANNOTATION]: wish });

const ANN: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ann', namespace: 'default' },
  spec: { profile: { email: 'ann@example.com' } },
};

const SHOP = 'component:default/shop';
const CART = 'component:default/cart';

/** What is decided about unless a test says otherwise: the shop goes to production. */
const about = (more: Partial<PolicySubject> = {}): PolicySubject => ({
  environment: 'production',
  source: 'pipecd',
  pipeline: 'shop',
  entityRefs: [],
  ...more,
});

function world(
  options: {
    entities?: Entity[];
    policies?: JsonObject[];
    platform?: Partial<PlatformFacts>;
  } = {},
) {
  const { entities = [], policies = POLICIES, platform } = options;
  const auth = mockServices.auth();
  const catalog = catalogServiceMock({ entities });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const rules = ConfiguredRules.create({
    auth,
    catalog,
    people: PeopleBook.create({ auth, catalog, rules: [] }),
    policies: readApprovalPolicies(
      new ConfigReader({ multicluster: { approvals: { policies } } }),
    ),
    platform: { ...WITHOUT_FAULT, ...platform },
  });
  return { rules, catalog, asked };
}

describe('ConfiguredRules', () => {
  it.each<[string, string, Partial<PolicySubject>]>([
    ['the first that names it', 'shop alone', {}],
    ['a pattern of pipelines', 'shop alone', { pipeline: 'shop-api' }],
    ['the next for another pipeline', 'production', { pipeline: 'till' }],
    ['the next for another source', 'production', { source: 'argocd' }],
    ['that of another environment', 'test', { environment: 'test' }],
    ['none for an environment', 'built-in', { environment: 'edge' }],
    ['none for no environment', 'built-in', { environment: undefined }],
  ])('decides by %s: "%s"', async (_, name, more) => {
    const given = await world().rules.policyOf(about(more));
    expect(given.policy.name).toBe(name);
    expect(given.refusal).toBeUndefined();
  });

  it('takes what belongs to no environment for production', async () => {
    const given = await world().rules.policyOf(
      about({ environment: undefined }),
    );
    expect(given.policy.separation.unmappedAuthor).toBe('block');
  });

  describe('by what entities ask for beyond that', () => {
    const two = owners(2);
    const three = owners(3);
    const sre = { atLeast: 1, of: { groups: ['group:default/sre'] } };
    const platform = { atLeast: 1, of: { groups: ['group:default/platform'] } };

    it.each<[string[], Partial<ApprovalPolicy>]>([
      [[''], { require: two }],
      [['atLeast=3'], { require: three }],
      [['group=sre'], { require: { all: [two, sre] } }],
      [['comment=required'], { require: two, comment: 'required' }],
      [
        ['atLeast=3', 'comment=required'],
        { require: three, comment: 'required' },
      ],
      [
        ['group=sre', 'group=platform'],
        { require: { all: [two, sre, platform] } },
      ],
      // What the platform asks for already is not to be had for less.
      [['atLeast=1'], { require: two }],
      [['atLeast=3', 'atLeast=1'], { require: three }],
    ])(
      'makes a policy stricter and never looser: %j',
      async (wishes, expected) => {
        const named = wishes.map((wish, at) => asking(`shop-${at}`, wish));
        const entityRefs = wishes.map(
          (_, at) => `component:default/shop-${at}`,
        );
        const plain = await world().rules.policyOf(about());
        const { rules } = world({ entities: named });
        const given = await rules.policyOf(about({ entityRefs }));
        expect(given.policy).toEqual({ ...plain.policy, ...expected });
        const changed =
          JSON.stringify(given.policy) !== JSON.stringify(plain.policy);
        expect(given.hash !== plain.hash).toBe(changed);
        expect(given.refusal).toBeUndefined();
      },
    );

    it('heeds those that it is about, and no other', async () => {
      const { rules } = world({
        entities: [component('shop', {}), asking('cart', 'atLeast=3')],
      });
      const requireOf = async (...entityRefs: string[]) =>
        (await rules.policyOf(about({ entityRefs }))).policy.require;
      expect(await requireOf(SHOP)).toEqual(two);
      expect(await requireOf(SHOP, CART)).toEqual(three);
    });

    it('goes by what is not in the catalog as by what asks for nothing', async () => {
      const given = await world().rules.policyOf(about({ entityRefs: [SHOP] }));
      expect(given.policy.require).toEqual(two);
    });
  });

  describe('lets nobody vote', () => {
    it.each(['separation=off', 'comment=optional', 'atLeast=0', 'two'])(
      'where an entity asks for %j, which nobody can tell what to make of',
      async wish => {
        const { rules } = world({ entities: [asking('shop', wish)] });
        const given = await rules.policyOf(about({ entityRefs: [SHOP] }));
        expect(given).toMatchObject({
          refusal: 'POLICY_INVALID',
          policy: { name: 'shop alone', require: owners(2) },
        });
      },
    );

    it('where one of several entities asks for what nobody can read, and still by what the others ask for', async () => {
      const { rules } = world({
        entities: [asking('shop', 'two'), asking('cart', 'atLeast=3')],
      });
      const entityRefs = [SHOP, CART];
      const given = await rules.policyOf(about({ entityRefs }));
      expect(given.refusal).toBe('POLICY_INVALID');
      expect(given.policy.require).toEqual(owners(3));
    });

    it('by a policy of the platform that cannot be used', async () => {
      const policies = [{ environments: ['production'], require: {} }];
      const { rules } = world({ policies });
      const { refusal } = await rules.policyOf(about());
      expect(refusal).toBe('POLICY_INVALID');
    });

    it.each<[string, Partial<PlatformFacts>]>([
      ['PERMISSIONS_DISABLED', { permissionsEnabled: false }],
      ['DATABASE_NOT_DURABLE', { databaseDurable: false }],
    ])('in a portal that is not made for it: %s', async (code, platform) => {
      const { rules } = world({ platform });
      const { refusal } = await rules.policyOf(about());
      expect(refusal).toBe(code);
    });

    it('by a wish that cannot be read, although the switch of the demo lifts what is missing of the portal', async () => {
      const { rules } = world({
        entities: [asking('shop', 'two')],
        platform: { permissionsEnabled: false, allowWithoutRules: true },
      });
      const refusalOf = async (...entityRefs: string[]) =>
        (await rules.policyOf(about({ entityRefs }))).refusal;
      expect(await refusalOf(SHOP)).toBe('POLICY_INVALID');
      expect(await refusalOf(CART)).toBeUndefined();
    });
  });

  describe('told what the catalog says at this moment', () => {
    it.each<[string, string | undefined, string | undefined, object]>([
      ['asks for more by now', undefined, 'atLeast=3', { require: owners(3) }],
      [
        'asks for less by now',
        'atLeast=4',
        'atLeast=3',
        { require: owners(3) },
      ],
      [
        'asks for nothing any more',
        'atLeast=3',
        undefined,
        { require: owners(2) },
      ],
    ])(
      'goes by that and not by an older answer, where an entity %s',
      async (_, before, now, expected) => {
        const { rules, asked } = world({
          entities: [before ? asking('shop', before) : component('shop', {})],
        });
        await rules.policyOf(about({ entityRefs: [SHOP] }));
        expect(asked).toHaveBeenCalledTimes(1);

        const annotationOf = jest.fn(() => now);
        const given = await rules.policyOf(
          about({ entityRefs: [SHOP], annotationOf }),
        );
        expect(given.policy).toMatchObject(expected);
        expect(annotationOf.mock.calls).toEqual([[SHOP, TIGHTEN_ANNOTATION]]);
        expect(asked).toHaveBeenCalledTimes(1);
      },
    );

    it.each([
      ['refuses by', 'two', 'POLICY_INVALID'],
      ['takes votes again by', 'atLeast=3', undefined],
    ])('%s a wish that is %j by now', async (_, now, code) => {
      const { rules } = world({
        entities: [asking('shop', code ? 'atLeast=3' : 'two')],
      });
      await rules.policyOf(about({ entityRefs: [SHOP] }));
      const { refusal } = await rules.policyOf(
        about({ entityRefs: [SHOP], annotationOf: () => now }),
      );
      expect(refusal).toBe(code);
    });
  });

  describe('told nothing of the catalog', () => {
    let at = 0;
    beforeEach(() => {
      at = Date.now();
      jest.spyOn(Date, 'now').mockImplementation(() => at);
    });
    afterEach(() => {
      jest.restoreAllMocks();
    });

    it('asks it, and goes by its answer for half a minute', async () => {
      const shop = component('shop', {});
      const { rules, asked } = world({ entities: [shop] });
      const requireNow = async () =>
        (await rules.policyOf(about({ entityRefs: [SHOP] }))).policy.require;
      expect(await requireNow()).toEqual(owners(2));

      shop.metadata.annotations = { [TIGHTEN_ANNOTATION]: 'atLeast=3' };
      at += 29_999;
      expect(await requireNow()).toEqual(owners(2));
      expect(asked).toHaveBeenCalledTimes(1);
      at += 1;
      expect(await requireNow()).toEqual(owners(3));
    });

    it('asks it once for what is looked at together, and tells the entities apart', async () => {
      const { rules, asked } = world({
        entities: [asking('shop', 'atLeast=3'), asking('cart', 'atLeast=4')],
      });
      const given = await Promise.all(
        [[SHOP], [CART], ['component:default/gone']].map(entityRefs =>
          rules.policyOf(about({ entityRefs })),
        ),
      );
      expect(given.map(({ policy }) => policy.require)).toEqual(
        [3, 4, 2].map(owners),
      );
      expect(asked).toHaveBeenCalledTimes(1);
    });

    it('says nothing while it is away, and asks again as soon as it is asked', async () => {
      const { rules, asked } = world({
        entities: [asking('shop', 'atLeast=3')],
      });
      asked.mockRejectedValueOnce(new Error('The catalog is away'));
      const ask = () => rules.policyOf(about({ entityRefs: [SHOP] }));
      await expect(ask()).rejects.toThrow('The catalog is away');
      expect((await ask()).policy.require).toEqual(owners(3));
    });
  });

  it('knows the people of the catalog by when it says what is decided by', async () => {
    const { rules } = world({ entities: [ANN] });
    await rules.policyOf(about());
    expect(rules.personOf('Ann <ann@example.com>')).toBe('user:default/ann');
  });

  it('says nothing while nobody can tell who people are: an author whom nobody found may be somebody', async () => {
    const { rules, catalog } = world();
    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('The catalog is away');
    });
    await expect(rules.policyOf(about())).rejects.toThrow(
      'The catalog is away',
    );
  });
});
