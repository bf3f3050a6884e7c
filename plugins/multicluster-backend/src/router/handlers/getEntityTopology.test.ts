import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { seedInventory } from '../../__testUtils__/seedInventory';
import { component, shopWorld } from '../../__testUtils__/shopWorld';
import {
  startTestPlugin,
  TestPlugin,
} from '../../__testUtils__/startTestPlugin';

const TOPOLOGY =
  '/api/multicluster/v1/entities/default/component/shop/topology';

describe('GET /v1/entities/{namespace}/{kind}/{name}/topology', () => {
  let plugin: TestPlugin;

  const start = async (
    options?: Partial<Parameters<typeof startTestPlugin>[0]>,
  ) => {
    plugin = await startTestPlugin({
      entities: [component('shop', { 'backstage.io/kubernetes-id': 'shop' })],
      ...options,
    });
    await seedInventory(plugin.knex, shopWorld);
  };

  afterEach(() => plugin.stop());

  it('says where an entity runs, and which part of it is only last known', async () => {
    await start();
    const { body, headers, status } = await request(plugin.server)
      .get(TOPOLOGY)
      .set('Authorization', mockCredentials.user.header());

    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(body).toMatchObject({
      entityRef: 'component:default/shop',
      coverage: {
        seen: 2,
        total: 2,
        stale: 1,
        problems: [{ source: 'prod', subject: 'member2', code: 'unreachable' }],
      },
      sentence: { code: 'view.lastKnown.unreachable', tone: 'warn' },
      match: { state: 'matched', suggestions: [] },
      workloads: [
        {
          name: 'shop',
          match: { rule: 'kubernetes-id', confirmed: true },
          placement: {
            summary: { state: 'converged' },
            targets: [
              {
                cluster: 'member1',
                state: 'healthy',
                replicas: { desired: 2, ready: 2 },
                freshness: { state: 'live' },
              },
              {
                cluster: 'member2',
                freshness: {
                  state: 'last-known',
                  since: '2026-11-20T10:00:00.000Z',
                },
              },
            ],
          },
        },
      ],
    });
  });

  it('answers 304 to a caller that already has it, and anew when a row changes', async () => {
    await start();
    const ask = (etag?: string) =>
      request(plugin.server)
        .get(TOPOLOGY)
        .set('Authorization', mockCredentials.user.header())
        .set(etag ? { 'If-None-Match': etag } : {});
    const first = await ask();
    const { etag } = first.headers;
    expect(etag).toBe(`"${first.body.revision}"`);
    expect((await ask(etag)).status).toBe(304);

    await plugin.knex('inventory_target').update({ state: 'unhealthy' });
    const later = await ask(etag);
    expect(later.status).toBe(200);
    expect(later.headers.etag).not.toBe(etag);
  });

  it('answers 401 without credentials', async () => {
    await start();
    const { status } = await request(plugin.server)
      .get(TOPOLOGY)
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('answers 404 when the caller may not see the entity, whatever the permission says', async () => {
    await start({ entities: [] });
    const { status, body } = await request(plugin.server)
      .get(TOPOLOGY)
      .set('Authorization', mockCredentials.user.header());
    expect(status).toBe(404);
    expect(body.error.code).toBe('entity-not-found');
  });

  it('answers 403 when the entity is visible but its topology is denied', async () => {
    await start({
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const { status, body } = await request(plugin.server)
      .get(TOPOLOGY)
      .set('Authorization', mockCredentials.user.header());
    expect(status).toBe(403);
    expect(body.error.code).toBe('topology-denied');
  });

  it('hides what only the entity claims, and says how to confirm it', async () => {
    await start({
      entities: [
        component('shop', {
          'backstage.io/kubernetes-label-selector': 'app=cart',
          'backstage.io/kubernetes-namespace': 'carts',
        }),
      ],
    });
    const { body } = await request(plugin.server)
      .get(TOPOLOGY)
      .set('Authorization', mockCredentials.user.header());
    expect(body.workloads).toEqual([]);
    expect(body.match).toMatchObject({
      state: 'claimed-only',
      sentence: { code: 'match.unconfirmedOrNone' },
      suggestions: [
        { on: 'entity', annotation: 'backstage.io/kubernetes-id' },
        { on: 'template', annotation: 'backstage.io/kubernetes-id' },
      ],
    });
  });
});
