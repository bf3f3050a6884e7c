import { eventually, MemoryFleetSink } from '../../testUtils';
import { FakeCollection } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE, projectWorkload } from '../__testUtils__/observeFake';
import { KubernetesObject } from './KubernetesObject';

jest.setTimeout(30_000);

describe('observeResource and the pace of the sink', () => {
  const { observeUntilItWatches: observe } = fakeObservations();

  const changes = (sink: MemoryFleetSink) =>
    sink.calls.flatMap(call => (call.call === 'change' ? [call] : []));

  it('stores a burst in few batches, with the newest state of each object', async () => {
    const { collection, sink } = await observe({
      collection: FakeCollection.of(10),
      timings: { batch: 50 },
    });
    for (let round = 1; round <= 30; round++) {
      for (let i = 0; i < 10; i++) {
        collection.put(`w000${i}`, { spec: { replicas: round } });
      }
    }
    await eventually(
      () => sink.storedCheckpoint(LANE) === String(collection.version),
    );
    expect(sink.facts('workload').map(fact => fact.replicas)).toEqual(
      Array(10).fill(30),
    );
    expect(changes(sink).length).toBeLessThanOrEqual(6);
    expect(changes(sink).every(call => call.upserts.length <= 10)).toBe(true);
  });

  it('stores no more than the agreed number of objects at once', async () => {
    const { collection, sink } = await observe({
      collection: FakeCollection.of(0),
      limits: { pageSize: 20 },
    });
    for (let i = 0; i < 100; i++) {
      collection.put(`n${i}`);
    }
    await sink.until(() => sink.facts().length === 100);
    expect(
      Math.max(...changes(sink).map(call => call.upserts.length)),
    ).toBeLessThanOrEqual(20);
  });

  it('stores the checkpoint of a bookmark, but rarely when nothing changed', async () => {
    let now = 1_000_000;
    const { collection, sink, report } = await observe({
      collection: FakeCollection.of(1),
      context: { now: () => now } as never,
      timings: { checkpoint: 10_000 },
    });
    const bookmarks = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const { contacts } = report.lane(LANE);
        collection.version += 1;
        collection.bookmark();
        await eventually(() => report.lane(LANE).contacts > contacts);
      }
    };
    await bookmarks(5);
    expect(changes(sink)).toEqual([]);
    now += 10_000;
    await bookmarks(5);
    expect(changes(sink)).toEqual([
      {
        call: 'change',
        lane: LANE,
        upserts: [],
        deletes: [],
        checkpoint: String(collection.version - 4),
      },
    ]);
  });

  it('resumes after a bookmark from there, though nothing was stored', async () => {
    const { collection, queries, report } = await observe({
      collection: FakeCollection.of(1),
    });
    collection.version += 500;
    const { contacts } = report.lane(LANE);
    collection.bookmark();
    await eventually(() => report.lane(LANE).contacts > contacts);
    collection.endWatches();
    await eventually(() => queries('watch').length === 2);
    expect(queries('watch')[1].get('resourceVersion')).toBe(
      String(collection.version),
    );
  });

  it('holds at most two pages while the sink is slow', async () => {
    const collection = FakeCollection.of(200);
    const sink = MemoryFleetSink.create();
    sink.slowDown(15);
    let read = 0;
    let most = 0;
    await observe({
      collection,
      sink,
      limits: { pageSize: 10 },
      project: (object: KubernetesObject) => {
        read += 1;
        most = Math.max(most, read - sink.facts().length);
        return projectWorkload(object);
      },
    });
    expect(sink.facts()).toHaveLength(200);
    expect(most).toBeLessThanOrEqual(20);
  });

  it('reads no more of a stream than two batches while the sink is slow', async () => {
    const collection = FakeCollection.of(0);
    collection.minor = 34;
    const filler = 'x'.repeat(20_000);
    for (let i = 0; i < 300; i++) {
      collection.put(`w${i}`, { spec: { filler } });
    }
    const sink = MemoryFleetSink.create();
    sink.slowDown(10);
    let read = 0;
    let most = 0;
    await observe({
      collection,
      sink,
      limits: { pageSize: 10 },
      project: (object: KubernetesObject) => {
        read += 1;
        most = Math.max(most, read - sink.facts().length);
        return projectWorkload(object);
      },
    });
    await sink.until(() => sink.facts().length === 300);
    expect(most).toBeLessThanOrEqual(21);
  });
});
