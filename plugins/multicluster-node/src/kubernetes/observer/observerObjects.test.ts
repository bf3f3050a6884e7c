import { eventually } from '../../testUtils';
import { FakeCollection } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE, projectWorkload } from '../__testUtils__/observeFake';
import { KubernetesObject } from './KubernetesObject';

jest.setTimeout(30_000);

describe('observeResource and objects of all kinds', () => {
  const { observeUntilItWatches: observe } = fakeObservations();

  it('leaves out an object that is too large and says how many, and reads the others', async () => {
    const collection = FakeCollection.of(3);
    collection.put('huge', { spec: { filler: 'x'.repeat(20_000) } });
    const { stored, report } = await observe({
      collection,
      limits: { objectBytes: 10_000 },
    });
    expect(stored()).toEqual(['w0000', 'w0001', 'w0002']);
    await eventually(() => report.lane(LANE).problem?.code === 'too-large');
    expect(report.lane(LANE).problem?.sentence.text).toMatch(
      /^Deployments: 1 object is too large/,
    );
  });

  it('keeps the last known state of an object that grows too large under the watch', async () => {
    const { collection, stored, report } = await observe({
      collection: FakeCollection.of(2),
      limits: { objectBytes: 10_000 },
    });
    collection.put('w0000', { spec: { filler: 'x'.repeat(20_000) } });
    collection.put('next');
    await eventually(() => stored().includes('next'));
    expect(stored()).toEqual(['next', 'w0000', 'w0001']);
    expect(report.lane(LANE).problem?.code).toBe('too-large');
  });

  it('goes on after lines and objects that cannot be understood, and counts them', async () => {
    const { collection, stored, report } = await observe({
      collection: FakeCollection.of(1),
      project: (object: KubernetesObject) => {
        if (object.metadata.name === 'poison') {
          throw new Error('cannot');
        }
        return projectWorkload(object);
      },
    });
    collection.sendRaw('{"type":"ADDED","object":');
    collection.sendRaw('{"type":"ADDED","object":{"metadata":{}}}');
    collection.put('poison');
    collection.put('next');
    await eventually(() => stored().includes('next'));
    expect(stored()).toEqual(['next', 'w0000']);
    expect(report.lane(LANE).problem).toMatchObject({
      code: 'malformed',
      sentence: { params: { count: 3 } },
    });
  });

  it('clears such a problem with the next list that has no fault', async () => {
    const { collection, report, sink } = await observe({
      collection: FakeCollection.of(1),
    });
    collection.sendRaw('nonsense');
    await eventually(() => report.lane(LANE).problem?.code === 'malformed');
    collection.endWatches();
    await eventually(() => collection.watching);
    expect(report.lane(LANE).problem?.code).toBe('malformed');
    collection.put('more');
    collection.compact();
    collection.cutWatches();
    collection.faults.watch.push({ kind: 'status', code: 410 });
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    await eventually(() => report.lane(LANE).problem === undefined);
    expect(report.lane(LANE).recoveries).toBeGreaterThan(0);
  });

  it('keeps only annotations that are allowed, and never managedFields', async () => {
    const seen: KubernetesObject[] = [];
    const metadata = {
      managedFields: [{ manager: 'kubectl' }],
      annotations: {
        wanted: 'yes',
        'kubectl.kubernetes.io/last-applied-configuration': 'canary',
      },
    };
    const { collection } = await observe({
      collection: FakeCollection.of(1, { metadata }),
      annotations: ['wanted'],
      project: (object: KubernetesObject) => {
        seen.push(object);
        return [];
      },
    });
    collection.put('watched', { metadata });
    await eventually(() => seen.length === 2);
    expect(JSON.stringify(seen)).not.toMatch(/canary|managedFields/);
    expect(seen.map(object => object.metadata.annotations)).toEqual([
      { wanted: 'yes' },
      { wanted: 'yes' },
    ]);
  });

  it('deletes rows that an object no longer has', async () => {
    const key = 'apps/Deployment/demo/w0000';
    const { collection, sink } = await observe({
      collection: FakeCollection.of(1),
      project: (object: KubernetesObject) =>
        object.spec ? [] : projectWorkload(object),
      keys: (object: KubernetesObject) => [
        {
          type: 'workload',
          key: `apps/Deployment/demo/${object.metadata.name}`,
        },
      ],
    });
    expect(sink.fact('workload', key)).toBeDefined();
    collection.put('w0000', { spec: {} });
    await eventually(() => !sink.fact('workload', key));
    expect(sink.completedSweeps(LANE)).toBe(1);
  });
});
