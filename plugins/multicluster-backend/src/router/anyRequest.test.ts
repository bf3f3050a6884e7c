import { mockCredentials } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import request from 'supertest';
import {
  describedProblems,
  errorProblems,
} from '../__testUtils__/describedProblems';
import { fakeDetail } from '../__testUtils__/fakeDetail';
import { READ_PATHS, ReadPath } from '../__testUtils__/readPaths';
import { requestsOf } from '../__testUtils__/requestsOf';
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
import { workloadHash } from '../inventory/workloadHash';

jest.setTimeout(60_000);

/** Of each path that names something by another id than a workload. */
const IDS: Partial<Record<ReadPath, object>> = {
  '/v1/runs/{id}': { id: waitingRun.key },
  '/v1/runs/{id}/stages/{stageId}/log': {
    id: waitingRun.key,
    stageId: 'deploy',
  },
  '/v1/pipelines/{id}/live': { id: 'shop-canary' },
  '/v1/approvals/{id}': { id: 'request-1' },
};
const USUAL = {
  namespace: 'default',
  kind: 'component',
  name: 'shop',
  controlPlane: 'prod',
  id: workloadHash({
    controlPlane: 'prod',
    group: 'apps',
    kind: 'Deployment',
    namespace: 'default',
    name: 'shop',
  }),
};

describe('any request', () => {
  let plugin: TestPlugin;

  beforeAll(async () => {
    plugin = await startTestPlugin({
      entities: [component('shop', { 'backstage.io/kubernetes-id': 'shop' })],
      sources: [
        fakeSource({ detail: fakeDetail() }),
        fakeSource({ id: 'tool', type: 'tool', runs: fakeRuns() }),
      ],
    });
    await seedInventory(plugin.knex, shopWorld);
    await seedApproval(plugin.knex);
    await seedDelivery(plugin.knex, {
      pipelines: [{ key: 'shop-canary' }],
      runs: [waitingRun],
      marks: { shop: 'shop-canary' },
    });
  });

  afterAll(() => plugin?.stop());

  it.each(READ_PATHS)(
    'of %s is answered as described, or refused with a reason',
    async path => {
      await fc.assert(
        fc.asyncProperty(
          requestsOf(path, { ...USUAL, ...IDS[path] }),
          async url => {
            const { status, body } = await request(plugin.server)
              .get(`/api/multicluster${url}`)
              .set('Authorization', mockCredentials.user.header());
            expect([200, 400, 403, 404]).toContain(status);
            expect(
              status === 200
                ? describedProblems(path, body)
                : errorProblems(body),
            ).toEqual([]);
          },
        ),
        { numRuns: 40, endOnFailure: true },
      );
    },
  );
});
