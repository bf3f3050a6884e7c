import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DetailFacet } from '@fairway/backstage-plugin-multicluster-node';
import knexFactory, { Knex } from 'knex';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { SourceRegistry } from '../service/SourceRegistry';
import { fakeDetail } from '../__testUtils__/fakeDetail';
import { seedInventory } from '../__testUtils__/seedInventory';
import { shopWorld } from '../__testUtils__/shopWorld';
import { fakeSource } from '../__testUtils__/startTestPlugin';
import { CallerReader } from './CallerReader';
import { DefaultDetailReader } from './DefaultDetailReader';

describe('DefaultDetailReader', () => {
  let knex: Knex;
  let workloadId: string;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await applyMigrations({}, knex);
    await seedInventory(knex, shopWorld);
    ({ hash: workloadId } = await knex('inventory_workload')
      .where({ name: 'shop' })
      .first('hash'));
  });
  afterAll(() => knex.destroy());

  function open(detail: DetailFacet, limits?: { maxInFlight: number }) {
    const sources = new SourceRegistry();
    sources.add(fakeSource({ detail }));
    return DefaultDetailReader.create({
      knex,
      sources,
      logger,
      callers: CallerReader.create({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'User',
              metadata: { name: 'mock' },
              spec: { profile: { email: 'mock@example.com' }, memberOf: [] },
            },
          ],
        }),
        userInfo: mockServices.userInfo(),
      }),
      limits: {
        deadlineMs: 50,
        maxInFlight: 2,
        logsPerUser: 4,
        logMaxChars: 1000,
        logMaxMs: 1000,
        ...limits,
      },
    });
  }

  const asking = (user = 'user:default/mock') => ({
    credentials: mockCredentials.user(user),
  });

  it('tells the source who asks, about which clusters, and for how long', async () => {
    const detail = fakeDetail();
    const read = await open(detail).read('pods', { workloadId }, asking());
    expect(read.map(item => item.cluster)).toEqual(['member1', 'member2']);
    expect(detail.requests).toMatchObject([
      {
        caller: {
          userEntityRef: 'user:default/mock',
          email: 'mock@example.com',
        },
        workload: { group: 'apps', kind: 'Deployment', name: 'shop' },
        placement: { type: 'placement' },
        clusters: ['member1', 'member2'],
        deadlineMs: 50,
      },
    ]);
  });

  it('shares one reading among equal questions of one caller, and never among two', async () => {
    const detail = fakeDetail();
    const reader = open(detail);
    await Promise.all([
      reader.read('pods', { workloadId }, asking()),
      reader.read('pods', { workloadId }, asking()),
    ]);
    await reader.read('pods', { workloadId }, asking());
    expect(detail.requests).toHaveLength(1);
    await reader.read('pods', { workloadId }, asking('user:default/other'));
    await reader.read('events', { workloadId }, asking());
    expect(detail.requests).toHaveLength(3);
  });

  it('names every cluster that was not answered for in time, and never shows it as none', async () => {
    const detail = fakeDetail({ pods: () => new Promise(() => undefined) });
    const read = await open(detail).read(
      'pods',
      { workloadId, clusters: ['member2'] },
      asking(),
    );
    expect(read).toMatchObject([
      { cluster: 'member2', items: [], problem: { code: 'timeout' } },
    ]);
  });

  it('keeps the words of an unforeseen error to itself', async () => {
    const leak = new Error('GET https://x: Authorization: Bearer canary');
    const reader = open(
      fakeDetail({
        pods: async () => {
          throw leak;
        },
        log: async () => {
          throw leak;
        },
      }),
    );
    const read = await reader.read('pods', { workloadId }, asking());
    expect(read[0].problem?.code).toBe('upstream-error');
    const log = reader.log(
      { workloadId, cluster: 'member1', pod: 'shop-1' },
      {
        ...asking(),
        signal: new AbortController().signal,
        stillAllowed: async () => 'granted' as const,
      },
    );
    await expect(log).rejects.toMatchObject({ code: 'detail-failed' });
    const said = await log.catch(error => JSON.stringify([error.message]));
    expect(JSON.stringify([read, said])).not.toContain('canary');
    expect(JSON.stringify(logger.error.mock.calls)).not.toContain('canary');
  });

  it('says what is off instead of asking', async () => {
    const detail = fakeDetail({
      capabilities: () => [
        {
          name: 'rendered',
          available: false,
          identityMode: 'service',
          reason: { code: 'x', params: {}, text: 'no credential' },
        },
      ],
    });
    const read = await open(detail).read('rendered', { workloadId }, asking());
    expect(read[0].problem).toMatchObject({
      code: 'configuration',
      sentence: { text: 'no credential' },
    });
    expect(detail.requests).toEqual([]);
  });

  it('reads no more at once than it may, and refuses when too many wait', async () => {
    let inFlight = 0;
    let most = 0;
    const detail = fakeDetail({
      async pods() {
        most = Math.max(most, ++inFlight);
        await new Promise(resolve => setTimeout(resolve, 10));
        inFlight--;
        return [];
      },
    });
    const reader = open(detail, { maxInFlight: 1 });
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        reader.read('pods', { workloadId }, asking(`user:default/u${index}`)),
      ),
    );
    expect(most).toBe(1);
    expect(
      results.flatMap(result =>
        result.status === 'rejected' ? result.reason.code : [],
      ),
    ).toContain('detail-busy');
  });

  it('refuses a cluster that the workload is not placed on', async () => {
    await expect(
      open(fakeDetail()).read(
        'pods',
        { workloadId, clusters: ['member3'] },
        asking(),
      ),
    ).rejects.toMatchObject({ name: 'InputError', code: 'cluster-not-placed' });
  });
});
