import { AuditorService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  ServiceMock,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterActionRequest,
  ClustersFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import request from 'supertest';
import { seedInventory } from '../../__testUtils__/seedInventory';
import { component, shopWorld } from '../../__testUtils__/shopWorld';
import {
  fakeSource,
  startTestPlugin,
  TestPlugin,
} from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

/** A control plane with clusters at a resourceVersion, one of which somebody may change meanwhile. */
class Clusters implements ClustersFacet {
  version = '7';
  available = true;
  answers?: Partial<ActionResult>;
  readonly asked: ClusterActionRequest[] = [];

  capabilities() {
    return (['cordon', 'uncordon'] as const).map(name => ({
      name,
      available: this.available,
      ...(!this.available && {
        reason: sentence('cordon.off', { key: 'some.key' }),
      }),
      identityModes: ['impersonated' as const],
    }));
  }

  isCordoned({ taints }: Parameters<ClustersFacet['isCordoned']>[0]) {
    return taints.length > 0;
  }

  async manage(asked: ClusterActionRequest): Promise<ActionResult> {
    this.asked.push(asked);
    const result: ActionResult = {
      outcome: asked.dryRun ? 'requested' : 'applied',
      sentence: sentence('cordon.done', { cluster: asked.cluster.name }),
      actedAs: { mode: 'impersonated', nativeId: 'ann@example.com' },
      precondition: this.version,
      retryable: false,
    };
    const stale = !asked.dryRun && asked.precondition !== this.version;
    return {
      ...result,
      ...(stale && { outcome: 'refused', code: 'conflict' }),
      ...this.answers,
    };
  }
}

describe('cordoning a cluster', () => {
  let facet: Clusters;
  let plugin: TestPlugin;
  let auditor: ServiceMock<AuditorService>;

  beforeEach(async () => {
    facet = new Clusters();
    auditor = mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    });
    plugin = await startTestPlugin({
      entities: [component('shop', {})],
      sources: [fakeSource({ clusters: facet })],
      features: [
        auditor.factory,
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
      config: {
        permission: { enabled: true },
        multicluster: {
          environments: [
            { name: 'production', clusters: { labels: { stage: 'prod' } } },
          ],
        },
      },
    });
    await seedInventory(plugin.knex, shopWorld);
  });
  afterEach(() => plugin?.stop());

  let keys = 0;
  const manage = (
    body: object,
    { cluster = 'member1', key = `key-${(keys += 1)}`, action = 'cordon' } = {},
  ) =>
    request(plugin.server)
      .post(`/api/multicluster/v1/clusters/prod/${cluster}/actions/${action}`)
      .set('Authorization', mockCredentials.user.header('user:default/ann'))
      .set('Idempotency-Key', key)
      .send(body);
  const trail = async () =>
    (await plugin.knex('approval_audit').orderBy('seq')).map(
      row => `${row.actor} ${row.action} ${row.environment}`,
    );

  it('looks first: what the control plane says, what stays, and where new work goes', async () => {
    const { body, status } = await manage({ dryRun: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      done: false,
      resourceVersion: '7',
      checks: [{ code: 'requested', ok: true }],
    });
    expect(
      body.effects.map(({ code, params }: { code: string; params: object }) => [
        code,
        params,
      ]),
    ).toEqual([
      // member2 is lost, so that it takes nothing.
      ['cordon.effect.elsewhere', { clusters: 'member3' }],
      ['cordon.effect.stays', { count: '2' }],
      ['cordon.effect.alone', { names: expect.stringContaining('carts/cart') }],
    ]);
    expect(await trail()).toEqual([]);
    expect(facet.asked[0].dryRun).toBe(true);
  });

  it('does what was looked at, in the name of the person, and leaves a trail of intent and outcome', async () => {
    const answer = await manage({
      dryRun: false,
      resourceVersion: '7',
      reason: 'Its disks fail',
    });
    expect(answer.body).toMatchObject({ done: true, resourceVersion: '7' });
    expect(facet.asked[0]).toMatchObject({
      precondition: '7',
      caller: { userEntityRef: 'user:default/ann' },
    });
    expect(await trail()).toEqual([
      'user:default/ann cluster.cordon.asked production',
      'user:default/ann cluster.cordon.applied production',
    ]);
    const [{ payload }] = await plugin
      .knex('approval_audit_payload')
      .orderBy('seq');
    expect(JSON.parse(payload)).toMatchObject({
      cluster: 'member1',
      reason: 'Its disks fail',
      evidence: { permission: 'multicluster.cluster.cordon' },
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-manage',
        severityLevel: 'high',
        meta: expect.objectContaining({ cluster: 'member1', dryRun: false }),
      }),
    );
  });

  it('sends a repetition nowhere and answers it as the first', async () => {
    const wish = { dryRun: false, resourceVersion: '7', reason: 'Disks' };
    const first = await manage(wish, { key: 'once' });
    const second = await manage(wish, { key: 'once' });
    expect(second.body).toEqual(first.body);
    expect(facet.asked).toHaveLength(1);
  });

  it.each([
    [{ dryRun: false, resourceVersion: '7' }, 400, 'REASON_REQUIRED'],
    [{ dryRun: false, reason: 'x' }, 428, 'PRECONDITION_REQUIRED'],
    [
      { dryRun: false, resourceVersion: '6', reason: 'x' },
      412,
      'STALE_VERSION',
    ],
  ])('refuses %j with %d %s', async (body, status, code) => {
    const answer = await manage(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code });
  });

  it('frees the key of what was refused, so that the same wish can be sent again', async () => {
    const wish = { dryRun: false, resourceVersion: '8', reason: 'Disks' };
    expect((await manage(wish, { key: 'again' })).status).toBe(412);
    facet.version = '8';
    expect((await manage(wish, { key: 'again' })).body.done).toBe(true);
    expect((await trail()).map(line => line.split(' ')[1])).toEqual([
      'cluster.cordon.asked',
      'cluster.cordon.refused',
      'cluster.cordon.asked',
      'cluster.cordon.applied',
    ]);
  });

  it('says that nobody knows what became of what was not answered', async () => {
    const said = sentence('lane.ambiguous');
    facet.answers = { outcome: 'ambiguous', code: undefined, sentence: said };
    const { body } = await manage({
      dryRun: false,
      resourceVersion: '7',
      reason: 'x',
    });
    expect(body).toMatchObject({
      done: false,
      checks: [{ code: 'ambiguous', ok: false, sentence: said }],
    });
  });

  it('asks nothing of a control plane without a credential for writes, and says which', async () => {
    facet.available = false;
    const { body } = await manage({ dryRun: true });
    expect(body.checks).toEqual([
      expect.objectContaining({
        ok: false,
        sentence: expect.objectContaining({ code: 'cordon.off' }),
      }),
    ]);
    expect(facet.asked).toEqual([]);
  });

  it('knows no cluster that is not there', async () => {
    const { status, body } = await manage(
      { dryRun: true },
      { cluster: 'nowhere' },
    );
    expect([status, body.error.code]).toEqual([404, 'cluster-not-found']);
  });

  it('tells the page of a cluster what its reader may do with it', async () => {
    const read = async () =>
      (
        await request(plugin.server)
          .get('/api/multicluster/v1/clusters/prod/member1')
          .set('Authorization', mockCredentials.user.header('user:default/ann'))
      ).body.manage;
    expect(await read()).toEqual({
      action: 'cordon',
      ability: { allowed: true },
    });
  });
});
