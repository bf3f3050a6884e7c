import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ObservedLane } from '../inventory/observe/ObservedLane';
import { createApprovalMetrics } from './createApprovalMetrics';
import { createInventoryMetrics } from './createInventoryMetrics';
import { createRequestDurations } from './createRequestDurations';
import { registerLaneGauges } from './registerLaneGauges';

const lane: ObservedLane = {
  source: 'west',
  facet: 'fleet',
  name: 'bindings',
  subject: 'Bindings',
  retired: false,
  contactAt: Date.now(),
  lagSeconds: 2,
  relists: 0,
  errors: 0,
  objects: 3,
};

/** Everything that is told once, by name of the metric: unit, value and labels. */
async function record(lanes: ObservedLane[]) {
  const told = new Map<
    string,
    { unit?: string; value: number; labels: object }
  >();
  const telling: unknown[] = [];
  const instrument = (name: string, options?: { unit?: string }) => {
    const tell = (value: number, labels: object = {}) =>
      told.set(name, { unit: options?.unit, value, labels });
    return { add: tell, record: tell, tell };
  };
  const metrics = metricsServiceMock.mock({
    createCounter: instrument as MetricsService['createCounter'],
    createHistogram: instrument as MetricsService['createHistogram'],
    createObservableGauge: ((name: string, options?: { unit?: string }) => ({
      addCallback: (callback: Function) => {
        telling.push(callback({ observe: instrument(name, options).tell }));
      },
    })) as unknown as MetricsService['createObservableGauge'],
  });
  registerLaneGauges(metrics, { lanes: () => lanes });
  const inventory = createInventoryMetrics(metrics);
  inventory.relist({ source: 'west', facet: 'fleet', lane: 'bindings' });
  inventory.error({
    source: 'west',
    facet: 'fleet',
    lane: 'bindings',
    code: 'forbidden',
  });
  inventory.committed({ source: 'west' }, { facts: 4, milliseconds: 250 });
  createRequestDurations(metrics).record(0.5, {
    route: '/v1/clusters',
    method: 'GET',
    status: 200,
  });
  createApprovalMetrics(metrics, async () => ({
    requests: [{ state: 'pending', count: 2 }],
    steps: [{ state: 'halted', count: 1 }],
  })).delivered(1500);
  await Promise.all(telling);
  return told;
}

describe('metrics', () => {
  it.each`
    name                                        | unit         | value                    | labels
    ${'multicluster.lane.age'}                  | ${'s'}       | ${expect.closeTo(0, -1)} | ${['source', 'facet', 'lane']}
    ${'multicluster.lane.lag'}                  | ${'s'}       | ${2}                     | ${['source', 'facet', 'lane']}
    ${'multicluster.lane.objects'}              | ${undefined} | ${3}                     | ${['source', 'facet', 'lane']}
    ${'multicluster.lane.problem'}              | ${undefined} | ${0}                     | ${['source', 'facet', 'lane']}
    ${'multicluster.lane.relists'}              | ${undefined} | ${1}                     | ${['source', 'facet', 'lane']}
    ${'multicluster.lane.errors'}               | ${undefined} | ${1}                     | ${['source', 'facet', 'lane', 'code']}
    ${'multicluster.inventory.facts'}           | ${undefined} | ${4}                     | ${['source']}
    ${'multicluster.inventory.commit.duration'} | ${'s'}       | ${0.25}                  | ${['source']}
    ${'multicluster.request.duration'}          | ${'s'}       | ${0.5}                   | ${['route', 'method', 'status']}
    ${'multicluster.approval.requests'}         | ${undefined} | ${2}                     | ${['state']}
    ${'multicluster.approval.steps'}            | ${undefined} | ${1}                     | ${['state']}
    ${'multicluster.approval.delivery'}         | ${'s'}       | ${1.5}                   | ${[]}
  `('tells $name by $labels', async ({ name, unit, value, labels }) => {
    const told = (await record([lane])).get(name);
    expect(told).toMatchObject({ unit, value });
    expect(Object.keys(told!.labels)).toEqual(labels);
  });

  it('tells 1 while a lane has a problem, and nothing of a lane that is retired', async () => {
    const sentence = { code: 'x', params: {}, text: 'x' };
    const problem = { code: 'forbidden' as const, sentence, since: 0 };
    expect(
      (await record([{ ...lane, problem }])).get('multicluster.lane.problem')
        ?.value,
    ).toBe(1);
    expect(
      (await record([{ ...lane, retired: true }])).has(
        'multicluster.lane.problem',
      ),
    ).toBe(false);
  });

  it('are all in the README, with their labels, and no others are', async () => {
    const readme = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
    const [, section] = readme.split('## Metrics');
    const rows = section.matchAll(
      /^\| `(multicluster\.[a-z.]+)` +\| ([^|]*) /gm,
    );
    const documented = Object.fromEntries(
      [...rows].map(([, name, labels]) => [name, labels.match(/\w+/g) ?? []]),
    );
    const told = [...(await record([lane]))].map(([name, { labels }]) => [
      name,
      Object.keys(labels),
    ]);
    expect(documented).toEqual(Object.fromEntries(told));
  });
});
