import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { fakeRuns } from '../__testUtils__/fakeRuns';
import { seedDelivery } from '../__testUtils__/seedDelivery';
import { seedInventory } from '../__testUtils__/seedInventory';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import {
  fakeSource,
  startTestPlugin,
  TestPlugin,
} from '../__testUtils__/startTestPlugin';
import { waitingRun } from '../__testUtils__/waitingRun';

const shop = component('shop', { 'backstage.io/kubernetes-id': 'shop' });

async function start(allowed: string[]): Promise<TestPlugin> {
  const plugin = await startTestPlugin({
    entities: [shop],
    sources: [
      fakeSource(),
      fakeSource({ id: 'tool', type: 'tool', runs: fakeRuns() }),
    ],
    features: [
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: allowed.includes(permission.name)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      }).factory,
    ],
  });
  await seedInventory(plugin.knex, shopWorld);
  await seedDelivery(plugin.knex, {
    pipelines: [{ key: 'shop-canary' }],
    runs: [waitingRun],
    marks: { shop: 'shop-canary' },
  });
  // Looking at the entity matches it, and what deployed its workload with it.
  await request(plugin.server)
    .get('/api/multicluster/v1/entities/default/component/shop/runs')
    .set('Authorization', mockCredentials.user.header());
  return plugin;
}

const READ = 'multicluster.run.read';
const LOG = 'multicluster.log.read';

describe('the log of a stage', () => {
  let plugin: TestPlugin;
  afterEach(() => plugin.stop());

  const read = (path = 'stages/deploy/log?follow=true') =>
    request(plugin.server)
      .get(`/api/multicluster/v1/runs/${waitingRun.key}/${path}`)
      .set('Authorization', mockCredentials.user.header());

  it('comes line by line, and no proxy holds it up', async () => {
    plugin = await start([READ, LOG]);
    const { status, text, headers } = await read();
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/x-ndjson');
    expect(headers['cache-control']).toBe('private, no-store, no-transform');
    expect(
      text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual([
      { type: 'line', severity: 'info', text: 'one' },
      { type: 'line', severity: 'success', text: 'two' },
      { type: 'end', reason: 'complete' },
    ]);
  });

  it('needs the right to read logs, beside that to see the run', async () => {
    plugin = await start([READ]);
    const { status, body } = await read();
    expect([status, body.error.code]).toEqual([403, 'detail-denied']);
  });

  it('is unknown to whoever may not see the run', async () => {
    plugin = await start([LOG]);
    const { status, body } = await read();
    expect([status, body.error.code]).toEqual([404, 'run-not-found']);
  });

  it('is unknown of a stage that the run does not have', async () => {
    plugin = await start([READ, LOG]);
    const { status, body } = await read('stages/bogus/log');
    expect([status, body.error.code]).toEqual([404, 'stage-not-found']);
  });
});
