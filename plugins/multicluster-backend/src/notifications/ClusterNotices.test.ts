import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { SEED_TIME, seedInventory } from '../__testUtils__/seedInventory';
import { component, shopWorld } from '../__testUtils__/shopWorld';
import { openViewsWorld, streamed } from '../__testUtils__/viewsWorld';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
import { ClusterNotices } from './ClusterNotices';

const ID = 'backstage.io/kubernetes-id';
const databases = testDatabases();

describe.each(databases.eachSupportedId())('ClusterNotices on %s', id => {
  let knex: Knex;
  let sent: NotificationSendOptions[];
  let clock: { now: number };
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let refuse: boolean;
  let notices: ClusterNotices;

  beforeEach(async () => {
    knex = await databases.init(id);
    sent = [];
    refuse = false;
    clock = { now: SEED_TIME };
    logger = mockServices.logger.mock();
    const { matching } = await openViewsWorld(knex, shopWorld);
    await seedInventory(knex, {
      source: 'second',
      clusters: [{ name: 'edge-1', state: 'not-ready' }],
      workloads: [
        {
          name: 'kiosk',
          labels: { [ID]: 'kiosk' },
          placed: { targets: [{ cluster: 'edge-1' }] },
        },
      ],
    });
    await matching.sweep(
      streamed([
        component('shop', { [ID]: 'shop' }, 'group:default/shop-team'),
        component('kiosk', { [ID]: 'kiosk' }, 'group:default/kiosks'),
        component(
          'thief',
          {
            'fairway.io/workloads': 'Deployment.apps/default/shop',
          },
          'group:default/thieves',
        ),
      ]),
    );
  }, 60_000);

  afterEach(() => knex.destroy());

  const run = () =>
    notices.run().then(() => sent.splice(0).map(item => item.payload.title));
  const open = (clusters: JsonObject) =>
    ClusterNotices.create({
      knex,
      logger,
      now: () => clock.now,
      policies: ClusterPolicies.fromConfig(
        new ConfigReader({ multicluster: { clusters } }),
      ),
      notifications: {
        async send(options) {
          if (refuse) {
            throw new Error('no notifications here');
          }
          sent.push(options);
        },
      },
    });
  beforeEach(() => {
    notices = open({
      grace: { minutes: 2 },
      intermittent: ['edge-*'],
      intermittentGrace: { hours: 1 },
    });
  });

  it('waits for the grace, then tells each confirmed owner once, and once more when the cluster is back', async () => {
    expect(await run()).toEqual([]);

    clock.now += 2 * 60_000;
    await notices.run();
    expect(sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: 'group:default/shop-team' },
        payload: {
          description: 'shop',
          severity: 'high',
          link: '/multicluster/fleet/clusters/prod/member2',
          scope: 'multicluster:cluster:prod/member2',
        },
      },
    ]);
    sent = [];
    expect(await run()).toEqual([]);

    await knex('inventory_cluster')
      .where({ name: 'member2' })
      .update({ state: 'ready' });
    expect(await run()).toEqual(['Cluster member2 is ready again']);
    expect(await run()).toEqual([]);
  });

  it('tells an owner who became one after the cluster was lost', async () => {
    clock.now += 2 * 60_000;
    await run();
    await knex('entity_claim')
      .where({ entity_ref: 'component:default/shop' })
      .update({ owner_ref: 'group:default/heirs', seen_at: Date.now() + 1 });
    await notices.run();
    expect(sent.map(item => item.recipients)).toEqual([
      { type: 'entity', entityRef: 'group:default/heirs' },
    ]);
  });

  it('reads what ran on a lost cluster when a claim changed and every quarter of an hour, not at every look', async () => {
    clock.now += 2 * 60_000;
    await run();
    const read = jest.fn();
    knex.on('query', ({ sql }) => {
      if (sql.includes('inventory_target')) {
        read();
      }
    });
    await run();
    expect(read).not.toHaveBeenCalled();

    await knex('entity_match').update({ confirmed: true });
    clock.now += 15 * 60_000;
    expect(await run()).toEqual([
      'Cluster member2 is out of reach: 1 service of yours with copies there',
    ]);
    expect(read).toHaveBeenCalled();
  });

  it('gives clusters that come and go their own grace', async () => {
    clock.now += 59 * 60_000;
    expect(await run()).toHaveLength(1);
    clock.now += 60_000;
    expect(await run()).toEqual([
      'Cluster edge-1 is not ready: 1 service of yours with copies there',
    ]);
  });

  it.each`
    policy               | intermittentGrace
    ${'the default one'} | ${undefined}
    ${'two days'}        | ${{ days: 2 }}
  `(
    'tells of a lost cluster that comes and goes after its grace, $policy, for a day',
    async ({ intermittentGrace }) => {
      const grace = (intermittentGrace ? 48 : 24) * 3600_000;
      notices = open({
        intermittent: ['*'],
        ...(intermittentGrace && { intermittentGrace }),
      });
      clock.now = SEED_TIME + grace - 1;
      expect(await run()).toEqual([]);
      clock.now = SEED_TIME + grace + 24 * 3600_000;
      expect(await run()).toEqual([]);
      clock.now = SEED_TIME + grace;
      expect(await run()).toHaveLength(2);
    },
  );

  it('forgets whom it told of a cluster that was taken out of the fleet', async () => {
    clock.now += 2 * 60_000;
    await run();
    expect(await knex('cluster_notice')).toHaveLength(1);
    await knex('inventory_cluster')
      .where({ name: 'member2' })
      .update({ present: false });
    await run();
    expect(await knex('cluster_notice')).toEqual([]);
  });

  it('stops when it is told to', async () => {
    clock.now += 2 * 60_000;
    await notices.run(AbortSignal.abort());
    expect(sent).toEqual([]);
  });

  it('logs once while there is nobody to send, and tries again', async () => {
    clock.now += 2 * 60_000;
    refuse = true;
    await notices.run();
    await notices.run();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    refuse = false;
    expect(await run()).toHaveLength(1);
  });
});
