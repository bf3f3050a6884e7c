import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { component } from '../../__testUtils__/shopWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf, twoOfShop } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { ConfiguredPolicyBook } from '../platform/ConfiguredPolicyBook';
import {
  ConfiguredRules,
  TIGHTEN_ANNOTATION,
} from '../platform/ConfiguredRules';
import { PeopleBook } from '../platform/PeopleBook';
import { readApprovalPolicies } from '../rules/policy/readApprovalPolicies';

jest.setTimeout(60_000);

const databases = testDatabases();

/** As requests are opened with, see draftOf. */
const policies = [
  {
    name: 'production',
    environments: ['production'],
    require: { atLeast: 2, of: { owners: true } },
    separation: { author: true, unmappedAuthor: 'allow' },
    subject: { complete: false },
    recall: { seconds: 0 },
    breakGlass: { reviewWithin: { hours: 1 } },
    exempt: { replicas: false, failover: false, return: false },
  },
];

const CART = 'component:default/cart';

describe.each(databases.eachSupportedId())(
  'What an entity asks for beyond the platform on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
    });

    beforeEach(async () => {
      await knex('approval_request').delete();
    });

    /** A request about the cart, of which it was just looked up what it asks for; that is kept for a while. */
    async function opened(key: string, before?: string) {
      const cart = component('cart', {});
      if (before) {
        cart.metadata.annotations = { [TIGHTEN_ANNOTATION]: before };
      }
      const auth = mockServices.auth();
      const catalog = catalogServiceMock({ entities: [cart] });
      const rules = ConfiguredRules.create({
        auth,
        catalog,
        people: PeopleBook.create({ auth, catalog, rules: [] }),
        policies: readApprovalPolicies(
          new ConfigReader({ multicluster: { approvals: { policies } } }),
        ),
        platform: {
          permissionsEnabled: true,
          databaseDurable: true,
          allowWithoutRules: false,
        },
      });
      const world = approvalWorld(knex, {
        policies: ConfiguredPolicyBook.create(rules),
      });
      const { request } = await world.engine.open(draftOf(key));
      await rules.policyOf({
        environment: 'production',
        source: request.source,
        pipeline: '',
        entityRefs: [CART],
      });
      const asks = (wish: string) =>
        world.directory.annotations.set(CART, { [TIGHTEN_ANNOTATION]: wish });
      return {
        ...world,
        asks,
        request,
        get: () => world.engine.get(request.id),
      };
    }

    it('counts from the moment that it says so, although it was looked up before', async () => {
      const world = await opened('tightens-vote');
      world.asks('atLeast=3');
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      expect((await world.get()).request).toMatchObject({
        state: 'pending',
        policy: { require: { atLeast: 3, of: { owners: true } } },
      });
      await world.engine.vote(voteOn(await world.get(), 'cid'));
      expect((await world.get()).request.state).toBe('queued');
    });

    it('counts no more once it was taken back, where no vote has heard of it', async () => {
      const world = await opened('tightens-less', 'atLeast=3');
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      expect((await world.get()).request).toMatchObject({
        state: 'queued',
        policy: { require: twoOfShop.require },
      });
    });

    it('lets nobody vote from the moment that nobody can read it, and vote again when it is mended', async () => {
      const world = await opened('tightens-unread');
      world.asks('two');
      await expect(
        world.engine.vote(voteOn(world, 'ann')),
      ).rejects.toMatchObject({ code: 'POLICY_INVALID' });
      expect((await world.get()).votes).toEqual([]);

      world.asks('atLeast=2');
      await world.engine.vote(voteOn(world, 'ann'));
      expect((await world.get()).votes).toMatchObject([{ status: 'counted' }]);
    });

    it('holds back what was decided before it said so, right before that is sent', async () => {
      const world = await opened('tightens-send');
      await world.engine.vote(voteOn(world, 'ann'));
      await world.engine.vote(voteOn(await world.get(), 'bob'));
      expect((await world.get()).request.state).toBe('queued');

      world.asks('atLeast=3');
      await settle(world);
      expect((await world.get()).request.state).toBe('pending');
      expect(world.tool.effective(world.request.gateKey)).toEqual([]);
    });
  },
);
