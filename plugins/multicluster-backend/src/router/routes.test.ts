import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { workloadHash } from '../inventory/workloadHash';
import { spec } from '../schema/openapi/generated/router';
import {
  describedProblems,
  describedType,
  errorProblems,
} from '../__testUtils__/describedProblems';
import { READ_PATHS, ReadPath } from '../__testUtils__/readPaths';
import { fakeDetail } from '../__testUtils__/fakeDetail';
import { fakeRuns } from '../__testUtils__/fakeRuns';
import { seedDelivery } from '../__testUtils__/seedDelivery';
import { waitingRun } from '../__testUtils__/waitingRun';
import { seedApproval } from '../__testUtils__/seedApproval';
import { seedInventory } from '../__testUtils__/seedInventory';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import {
  fakeSource,
  startTestPlugin,
  TestPlugin,
} from '../__testUtils__/startTestPlugin';

const WORKLOAD = workloadHash({
  controlPlane: 'prod',
  group: 'apps',
  kind: 'Deployment',
  namespace: 'default',
  name: 'shop',
});
const NOBODY = workloadHash({
  controlPlane: 'prod',
  group: 'apps',
  kind: 'Deployment',
  namespace: 'default',
  name: 'nobody',
});

const RUN = 'shop-canary-2';
const PIPELINE = 'shop-canary';
const APPROVAL = 'request-1';

/** A request of each route, and what it answers to a caller who is denied everything. */
const ROUTES: Record<ReadPath, { url: string; denied: number; code: string }> =
  {
    '/v1/entities/{namespace}/{kind}/{name}/topology': {
      url: '/v1/entities/default/component/shop/topology',
      denied: 403,
      code: 'topology-denied',
    },
    '/v1/entities/{namespace}/{kind}/{name}/runs': {
      url: '/v1/entities/default/component/shop/runs?status=succeeded',
      denied: 403,
      code: 'runs-denied',
    },
    '/v1/entities/{namespace}/{kind}/{name}/promotion': {
      url: '/v1/entities/default/component/shop/promotion',
      denied: 403,
      code: 'runs-denied',
    },
    '/v1/entities/{namespace}/{kind}/{name}/promotion/commits': {
      url: '/v1/entities/default/component/shop/promotion/commits?from=test&to=production',
      denied: 403,
      code: 'runs-denied',
    },
    '/v1/entities/{namespace}/{kind}/{name}/promotion/diff': {
      url: '/v1/entities/default/component/shop/promotion/diff?from=test&to=production',
      denied: 403,
      code: 'runs-denied',
    },
    '/v1/fleet': { url: '/v1/fleet', denied: 403, code: 'fleet-denied' },
    '/v1/clusters': { url: '/v1/clusters', denied: 403, code: 'fleet-denied' },
    '/v1/clusters/{controlPlane}/{name}': {
      url: '/v1/clusters/prod/member2',
      denied: 403,
      code: 'fleet-denied',
    },
    '/v1/workloads': {
      url: '/v1/workloads',
      denied: 403,
      code: 'fleet-denied',
    },
    '/v1/workloads/{id}': {
      url: `/v1/workloads/${WORKLOAD}`,
      denied: 404,
      code: 'workload-not-found',
    },
    '/v1/workloads/{id}/pods': {
      url: `/v1/workloads/${WORKLOAD}/pods`,
      denied: 404,
      code: 'workload-not-found',
    },
    '/v1/workloads/{id}/events': {
      url: `/v1/workloads/${WORKLOAD}/events?clusters=member1`,
      denied: 404,
      code: 'workload-not-found',
    },
    '/v1/workloads/{id}/rendered': {
      url: `/v1/workloads/${WORKLOAD}/rendered`,
      denied: 404,
      code: 'workload-not-found',
    },
    '/v1/workloads/{id}/logs': {
      url: `/v1/workloads/${WORKLOAD}/logs?cluster=member1&pod=shop-1`,
      denied: 404,
      code: 'workload-not-found',
    },
    '/v1/runs': { url: '/v1/runs', denied: 403, code: 'runs-denied' },
    '/v1/runs/{id}': {
      url: `/v1/runs/${RUN}`,
      denied: 404,
      code: 'run-not-found',
    },
    '/v1/runs/{id}/stages/{stageId}/log': {
      url: `/v1/runs/${RUN}/stages/deploy/log`,
      denied: 404,
      code: 'run-not-found',
    },
    '/v1/pipelines': { url: '/v1/pipelines', denied: 403, code: 'runs-denied' },
    '/v1/pipelines/{id}/live': {
      url: `/v1/pipelines/${PIPELINE}/live`,
      denied: 404,
      code: 'pipeline-not-found',
    },
    '/v1/environments': {
      url: '/v1/environments',
      denied: 403,
      code: 'fleet-denied',
    },
    '/v1/sources': { url: '/v1/sources', denied: 403, code: 'sources-denied' },
    '/v1/approvals': {
      url: '/v1/approvals?scope=all',
      denied: 403,
      code: 'approvals-denied',
    },
    '/v1/approvals/{id}/diff': {
      url: `/v1/approvals/${APPROVAL}/diff`,
      denied: 404,
      code: 'approval-not-found',
    },
    '/v1/approvals/{id}': {
      url: `/v1/approvals/${APPROVAL}`,
      denied: 404,
      code: 'approval-not-found',
    },
    '/v1/stops': { url: '/v1/stops', denied: 403, code: 'approvals-denied' },
    '/v1/lanes': { url: '/v1/lanes', denied: 403, code: 'fleet-denied' },
    '/v1/audit': { url: '/v1/audit', denied: 403, code: 'audit-denied' },
    '/v1/audit/report': {
      url: `/v1/audit/report?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z`,
      denied: 403,
      code: 'audit-denied',
    },
  };

/** As they stand in docs/permissions.md. */
const DESCRIBED = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
);
const PATHS = READ_PATHS;
const shop = component('shop', { 'backstage.io/kubernetes-id': 'shop' });

async function startSeeded(
  options: Partial<Parameters<typeof startTestPlugin>[0]> = {},
): Promise<TestPlugin> {
  const plugin = await startTestPlugin({
    entities: [shop],
    sources: [
      fakeSource({ detail: fakeDetail() }),
      fakeSource({ id: 'tool', type: 'tool', runs: fakeRuns() }),
    ],
    config: {
      multicluster: {
        environments: [
          { name: 'test', clusters: { names: ['nowhere'] } },
          { name: 'production', clusters: { names: ['member?'] } },
        ],
      },
    },
    ...options,
  });
  await seedInventory(plugin.knex, shopWorld);
  await seedApproval(plugin.knex, { id: APPROVAL });
  await seedDelivery(plugin.knex, {
    agents: [{ key: 'piped', version: 'v1' }],
    pipelines: [
      {
        key: PIPELINE,
        agentKey: 'piped',
        labels: { env: 'prod' },
        repository: { remote: 'git@git.example:org/shop.git', path: 'shop' },
      },
      { key: 'nobodys' },
    ],
    runs: [
      { key: 'nobodys-1', pipelineKey: 'nobodys' },
      { key: 'shop-canary-1', pipelineKey: PIPELINE },
      waitingRun,
    ],
    marks: { shop: PIPELINE },
  });
  await plugin.knex('pipeline_match').insert({
    entity_ref: 'component:default/shop',
    pipeline_id: (
      await plugin
        .knex('inventory_pipeline')
        .where({ hash: PIPELINE })
        .first('id')
    ).id,
    rule: 'deployed-workload',
    confirmed: true,
    reason: JSON.stringify({ code: 'x', params: {}, text: 'x' }),
  });
  await plugin.knex('entity_match').insert({
    entity_ref: 'component:default/shop',
    workload_id: (
      await plugin
        .knex('inventory_workload')
        .where({ hash: WORKLOAD })
        .first('id')
    ).id,
    rule: 'kubernetes-id',
    confirmed: true,
    reason: JSON.stringify({ code: 'x', params: {}, text: 'x' }),
  });
  return plugin;
}

/** First cells of the table of docs/permissions.md. */
function documentedRoutes(): string[] {
  const docs = readFileSync(
    resolve(__dirname, '../../../../docs/permissions.md'),
    'utf8',
  );
  return [...docs.matchAll(/^\| `((?:GET|POST|DELETE) [^`]+)`/gm)].map(
    ([, route]) => route,
  );
}

describe('every route', () => {
  it.each(DESCRIBED)('%s has a row in docs/permissions.md', route => {
    expect(documentedRoutes()).toContain(route);
  });

  it('is still there, for each row of docs/permissions.md', () => {
    expect(documentedRoutes()).toEqual(DESCRIBED);
  });

  it.each(PATHS)('%s is requested by this test', path => {
    expect(ROUTES[path]).toBeDefined();
  });

  describe('with a caller who may do everything', () => {
    let plugin: TestPlugin;
    beforeAll(async () => {
      plugin = await startSeeded();
    });
    afterAll(() => plugin.stop());

    it.each(PATHS)('%s refuses a request without credentials', async path => {
      const { status } = await request(plugin.server)
        .get(`/api/multicluster${ROUTES[path].url}`)
        .set('Authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    });

    it.each(PATHS)('%s answers as its description says', async path => {
      const { status, body, headers } = await request(plugin.server)
        .get(`/api/multicluster${ROUTES[path].url}`)
        .set('Authorization', mockCredentials.user.header());
      expect({ status, error: body.error }).toEqual({ status: 200 });
      expect(headers['cache-control']).toContain('private');
      expect(headers['content-type']).toContain(describedType(path));
      expect(describedProblems(path, body)).toEqual([]);
    });

    it('serves its description', async () => {
      const { body } = await request(plugin.server)
        .get('/api/multicluster/openapi.json')
        .set('Authorization', mockCredentials.user.header());
      expect(Object.keys(body.paths)).toHaveLength(
        Object.keys(spec.paths).length,
      );
    });

    it.each([
      ['/v1/workloads?limit=0', undefined],
      ['/v1/workloads?filter=colour:red', 'filter-invalid'],
      ['/v1/workloads?cursor=forged', 'cursor-invalid'],
      ['/v1/runs?filter=colour:red', 'filter-invalid'],
      ['/v1/runs?cursor=forged', 'cursor-invalid'],
      ['/v1/pipelines?cursor=WzAsMSwxXQ', 'cursor-invalid'],
      ['/v1/entities/default/component/shop/runs?status=bogus', undefined],
      ['/v1/clusters?unknown=1', undefined],
      [`/v1/workloads/${WORKLOAD}/pods?clusters=other`, 'cluster-not-placed'],
    ])('refuses %s as bad input', async (url, code) => {
      const { status, body } = await request(plugin.server)
        .get(`/api/multicluster${url}`)
        .set('Authorization', mockCredentials.user.header());
      expect(status).toBe(400);
      expect(body.error.code).toBe(code);
      expect(errorProblems(body)).toEqual([]);
    });

    it.each([
      '/v1/runs/nobodys-1/stages/deploy/log',
      '/v1/pipelines/nobodys/live',
    ])('refuses %s, whose pipeline nothing confirms', async url => {
      const { status, body } = await request(plugin.server)
        .get(`/api/multicluster${url}`)
        .set('Authorization', mockCredentials.user.header());
      expect({ status, code: body.error.code }).toEqual({
        status: 403,
        code: 'match-not-confirmed',
      });
    });

    it('refuses details of a workload that nothing confirms, to whoever may see it', async () => {
      const { status, body } = await request(plugin.server)
        .get(`/api/multicluster/v1/workloads/${NOBODY}/pods`)
        .set('Authorization', mockCredentials.user.header());
      expect(status).toBe(403);
      expect(body.error.code).toBe('match-not-confirmed');
    });

    it('refuses details to another plugin, which is nobody at the far end', async () => {
      const { status } = await request(plugin.server)
        .get(`/api/multicluster/v1/workloads/${WORKLOAD}/pods`)
        .set('Authorization', mockCredentials.service.header());
      expect(status).toBe(403);
    });
  });

  describe('with a caller who is denied everything', () => {
    let plugin: TestPlugin;
    beforeAll(async () => {
      plugin = await startSeeded({
        features: [
          mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
        ],
      });
    });
    afterAll(() => plugin.stop());

    it.each(PATHS)('%s refuses', async path => {
      const { status, body } = await request(plugin.server)
        .get(`/api/multicluster${ROUTES[path].url}`)
        .set('Authorization', mockCredentials.user.header());
      expect(status).toBe(ROUTES[path].denied);
      expect(body.error.code).toBe(ROUTES[path].code);
      expect(errorProblems(body)).toEqual([]);
    });
  });
});
