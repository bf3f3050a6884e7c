import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  EntityTopology,
  MulticlusterHint,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  FleetFact,
  ObserveContext,
  workloadKey,
} from '@fairway/backstage-plugin-multicluster-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import request from 'supertest';
import { fakeFleet } from './__testUtils__/fakeFleet';
import { component } from './__testUtils__/shopWorld';
import {
  fakeSource,
  startTestPlugin,
  TestPlugin,
} from './__testUtils__/startTestPlugin';

const ID = 'backstage.io/kubernetes-id';
const identity = {
  group: 'apps',
  kind: 'Deployment',
  namespace: 'default',
  name: 'shop',
};

function workloadFact(version: string, generation: number): FleetFact {
  return {
    type: 'workload',
    key: workloadKey(identity),
    ...identity,
    version: 'v1',
    uid: 'uid-1',
    generation,
    labels: { [ID]: 'shop' },
    images: [{ container: 'app', image: `shop:${version}`, version }],
    imagesKnown: true,
    deleting: false,
  };
}

const facts: FleetFact[] = [
  {
    type: 'cluster',
    key: 'member1',
    name: 'member1',
    state: 'ready',
    zones: [],
    labels: {},
    taints: [],
  },
  workloadFact('v1', 1),
];

/** A source that lists once and then waits for what the test tells it. */
function liveSource() {
  let context: ObserveContext | undefined;
  return {
    source: fakeSource({
      fleet: {
        ...fakeFleet(),
        async observe(given) {
          context = given;
          given.report.declare('all', { subject: 'Everything' });
          const sweep = await given.sink.beginSweep('all');
          await sweep.page(facts);
          await sweep.complete('1');
          given.report.contact('all');
          await new Promise<void>(resolve =>
            given.signal.addEventListener('abort', () => resolve()),
          );
        },
      },
    }),
    async change(fact: FleetFact) {
      await context?.sink.change({
        lane: 'all',
        upserts: [fact],
        deletes: [],
        checkpoint: '2',
      });
    },
  };
}

async function eventually<T>(
  read: () => Promise<T>,
  until: (value: T) => boolean,
) {
  const endAt = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (until(value) || Date.now() > endAt) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('the plugin', () => {
  let plugin: TestPlugin;
  afterEach(() => plugin?.stop());

  const topology = async (): Promise<EntityTopology> => {
    const { body } = await request(plugin.server)
      .get('/api/multicluster/v1/entities/default/component/shop/topology')
      .set('Authorization', mockCredentials.user.header());
    return body;
  };

  it('carries a change from a source to the page of an entity, and says that its view changed', async () => {
    const live = liveSource();
    const hints: MulticlusterHint[] = [];
    plugin = await startTestPlugin({
      entities: [component('shop', { [ID]: 'shop' })],
      sources: [live.source],
      features: [
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            async publish({ channel, message, recipients }) {
              expect([channel, recipients]).toEqual([
                'multicluster',
                { type: 'broadcast' },
              ]);
              hints.push(message as unknown as MulticlusterHint);
            },
          }),
        }),
      ],
    });
    const first = await eventually(
      topology,
      view => view.workloads?.[0]?.versions[0]?.version === 'v1',
    );
    expect(first.match.state).toBe('matched');

    hints.length = 0;
    await live.change(workloadFact('v2', 2));
    const second = await eventually(
      topology,
      view => view.workloads[0].versions[0].version === 'v2',
    );
    expect(second.revision).not.toBe(first.revision);
    expect(second.hint).toBe(first.hint);
    await eventually(
      async () => hints,
      list => list.length > 0,
    );
    expect(hints[0].views).toContain(second.hint);
    expect(JSON.stringify(hints)).not.toContain('shop');
  }, 60_000);

  it('starts while its sources are broken, and says which key is at fault', async () => {
    plugin = await startTestPlugin({
      sources: [],
      brokenSources: [
        {
          id: 'west',
          type: 'karmada',
          configKey: 'multicluster.karmada.controlPlanes[0].url',
          reason: 'it is missing',
        },
      ],
    });
    const { body } = await request(plugin.server)
      .get('/api/multicluster/v1/sources')
      .set('Authorization', mockCredentials.user.header());
    expect(body.items).toMatchObject([
      {
        id: 'west',
        state: 'broken',
        problems: [
          {
            code: 'configuration',
            sentence: {
              params: { key: 'multicluster.karmada.controlPlanes[0].url' },
            },
          },
        ],
      },
    ]);
    const fleet = await request(plugin.server)
      .get('/api/multicluster/v1/fleet')
      .set('Authorization', mockCredentials.user.header());
    expect(fleet.body.coverage).toMatchObject({ seen: 0, total: null });
  });

  it('never shows an unread source as no workloads', async () => {
    plugin = await startTestPlugin({
      entities: [component('shop', { [ID]: 'shop' })],
      sources: [
        fakeSource({
          fleet: {
            ...fakeFleet(),
            observe: ({ signal }) =>
              new Promise(resolve =>
                signal.addEventListener('abort', () => resolve()),
              ),
          },
        }),
      ],
    });
    const view = await topology();
    expect(view.coverage).toMatchObject({
      total: null,
      problems: [{ source: 'prod', code: 'incomplete' }],
    });
    expect(view.match.sentence?.code).toBe('match.notYetRead');
  });

  it('audits each read once, and says how it ended', async () => {
    const success = jest.fn();
    const fail = jest.fn();
    const createEvent = jest.fn(async () => ({ success, fail }));
    plugin = await startTestPlugin({
      entities: [component('shop', { [ID]: 'shop' })],
      features: [mockServices.auditor.mock({ createEvent }).factory],
    });
    await topology();
    await request(plugin.server)
      .get('/api/multicluster/v1/workloads/none')
      .set('Authorization', mockCredentials.user.header());
    expect(createEvent.mock.calls.map(([event]: any) => event.eventId)).toEqual(
      ['topology-fetch', 'fleet-fetch'],
    );
    expect(success).toHaveBeenCalledTimes(1);
    expect(fail).toHaveBeenCalledTimes(1);
  });
});
