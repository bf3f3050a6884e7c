import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { seedApproval } from '../__testUtils__/seedApproval';
import { seedOwner } from '../__testUtils__/seedOwner';
import { component } from '../__testUtils__/shopWorld';
import { startTestPlugin, TestPlugin } from '../__testUtils__/startTestPlugin';
import { etagOf } from '../approvals/engine/etagOf';
import { RequestRecord } from '../approvals/model/RequestRecord';
import { TIGHTEN_ANNOTATION } from '../approvals/platform/ConfiguredRules';

jest.setTimeout(60_000);

const SHOP = 'component:default/shop';
const TEAM = 'group:default/shop-team';

const approvals = {
  policies: [
    {
      environments: ['production'],
      require: { atLeast: 2, of: { owners: true } },
      separation: { author: true, unmappedAuthor: 'allow' },
      subject: { complete: false },
      recall: { seconds: 0 },
    },
  ],
};

describe('what people do goes by what the catalog says at that moment', () => {
  let folder: string;
  let plugin: TestPlugin;
  let count = 0;
  // The catalog answers with these very objects.
  const shop = component('shop', {}, TEAM);
  // As many as any policy here asks for, or nobody could vote.
  const people = ['ann', 'bob', 'cid', 'dan', 'eve'].map(name =>
    entity('User', name),
  );
  const [ann, bob] = people;
  const team = entity('Group', 'shop-team');
  team.relations = people.map(who => ({
    type: 'hasMember',
    targetRef: stringifyEntityRef(who),
  }));

  beforeAll(async () => {
    // One in memory refuses votes.
    folder = await mkdtemp(join(tmpdir(), 'acts-'));
    plugin = await startTestPlugin({
      database: join(folder, 'test.sqlite'),
      entities: [shop, team, ...people],
      config: {
        permission: { enabled: true },
        multicluster: { approvals },
      },
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
    await seedOwner(plugin.knex, SHOP, TEAM);
  });
  beforeEach(() => {
    people.forEach(joins);
    shop.metadata.annotations = {};
  });
  afterAll(async () => {
    await plugin?.stop();
    await rm(folder, { recursive: true });
  });

  function joins(who: Entity) {
    who.relations = [{ type: 'memberOf', targetRef: TEAM }];
  }

  function leaves(who: Entity) {
    who.relations = [];
  }

  function asks(wish: string) {
    shop.metadata.annotations = { [TIGHTEN_ANNOTATION]: wish };
  }

  async function pending(): Promise<RequestRecord> {
    count += 1;
    const gateKey = `gate-${count}`;
    return seedApproval(plugin.knex, { id: `request-${count}`, gateKey });
  }

  const pathOf = ({ id }: RequestRecord) =>
    `/api/multicluster/v1/approvals/${id}`;
  const headerOf = (who: Entity) =>
    mockCredentials.user.header(stringifyEntityRef(who));

  /** The groups of who looks are kept for some seconds after that. */
  async function look(who: Entity, on: RequestRecord) {
    const { body } = await request(plugin.server)
      .get(pathOf(on))
      .set('Authorization', headerOf(who));
    return body.item.can;
  }

  /** The same twice is one vote. */
  const vote = (who: Entity, on: RequestRecord) =>
    request(plugin.server)
      .post(`${pathOf(on)}/votes`)
      .set('Authorization', headerOf(who))
      .set('If-Match', `"${etagOf(on)}"`)
      .set('Idempotency-Key', `vote-${on.id}`)
      .send({ decision: 'approve', subjectDigest: on.subjectDigest });

  it('tells who voted what they may by the groups that they are in by then', async () => {
    leaves(ann);
    const on = await pending();
    expect((await look(ann, on)).reject.code).toBe('NOT_ELIGIBLE');

    joins(ann);
    const { status, body } = await vote(ann, on);
    expect(status).toBe(200);
    expect(body.can.reject).toMatchObject({ allowed: true });
  });

  it('offers nothing to who has left by then, where a vote is repeated', async () => {
    const on = await pending();
    expect((await vote(bob, on)).body.can.reject).toMatchObject({
      allowed: true,
    });
    expect((await look(bob, on)).reject).toMatchObject({ allowed: true });

    leaves(bob);
    const { status, body } = await vote(bob, on);
    expect(status).toBe(200);
    expect(body.can.reject.code).toBe('NOT_ELIGIBLE');
  });

  it('judges a vote by what its entity asks for by then, however shortly others were judged before', async () => {
    const voted = async () => {
      const { body } = await vote(ann, await pending());
      return body.error?.code ?? body.request.sentence.params.count;
    };
    expect(await voted()).toBe(1);
    asks('atLeast=4');
    expect(await voted()).toBe(3);
    asks('four');
    expect(await voted()).toBe('POLICY_INVALID');
    asks('atLeast=3');
    expect(await voted()).toBe(2);
  });
});

function entity(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  };
}
