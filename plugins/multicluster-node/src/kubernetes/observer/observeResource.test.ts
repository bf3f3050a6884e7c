import { ConflictError } from '@backstage/errors';
import { eventually, MemoryFleetSink } from '../../testUtils';
import { FakeCollection } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE } from '../__testUtils__/observeFake';

jest.setTimeout(30_000);

describe('observeResource', () => {
  const { observe } = fakeObservations();

  it('lists in pages, completes the sweep, and watches from the version of the list', async () => {
    const collection = FakeCollection.of(1200);
    const { sink, stored, queries } = await observe({ collection });

    await sink.until(() => sink.completedSweeps(LANE) === 1);
    expect(stored()).toHaveLength(1200);
    expect(sink.storedCheckpoint(LANE)).toBe(String(collection.version));

    const lists = queries('list');
    expect(lists.map(query => query.get('limit'))).toEqual([
      '500',
      '500',
      '500',
    ]);
    // With it a real server ignores the limit and answers with everything at once.
    expect(lists.some(query => query.has('resourceVersion'))).toBe(false);

    await eventually(() => collection.watching === 1);
    const [watch] = queries('watch');
    expect(watch.get('resourceVersion')).toBe(String(collection.version));
    expect(watch.get('allowWatchBookmarks')).toBe('true');
  });

  it('stores additions, changes and deletions that the watch brings', async () => {
    const { collection, sink, stored } = await observe({
      collection: FakeCollection.of(2),
    });
    await eventually(() => collection.watching === 1);

    collection.put('w0000', { spec: { replicas: 7 } });
    collection.put('new');
    collection.remove('w0001');

    await eventually(() => !stored().includes('w0001'));
    await eventually(() => stored().includes('new'));
    expect(sink.fact('workload', 'apps/Deployment/demo/w0000')?.replicas).toBe(
      7,
    );
    await eventually(
      () => sink.storedCheckpoint(LANE) === String(collection.version),
    );
  });

  it('resumes from the stored checkpoint without a list and without a write', async () => {
    const collection = FakeCollection.of(3);
    const first = await observe({ collection });
    await eventually(() => collection.watching === 1);
    await first.stop();
    const { sink } = first;
    const writes = sink.writes.length;

    const second = await observe({ collection, sink });
    await eventually(() => second.queries('watch').length === 1);
    expect(sink.completedSweeps(LANE)).toBe(1);
    // One object is asked for to learn that the server is not behind.
    expect(second.queries('list').map(query => query.get('limit'))).toEqual([
      '1',
    ]);
    expect(sink.writes).toHaveLength(writes);

    collection.put('later');
    await eventually(() => second.stored().includes('later'));
  });

  it('sees what changed while it was away', async () => {
    const collection = FakeCollection.of(3);
    const first = await observe({ collection });
    await eventually(() => collection.watching === 1);
    await first.stop();

    collection.remove('w0001');
    collection.put('meanwhile');
    const second = await observe({ collection, sink: first.sink });
    await eventually(() => second.stored().includes('meanwhile'));
    expect(second.stored()).toEqual(['meanwhile', 'w0000', 'w0002']);
    expect(first.sink.completedSweeps(LANE)).toBe(1);
  });

  it('lists again when the history it would continue from is gone', async () => {
    const collection = FakeCollection.of(3);
    const first = await observe({ collection });
    await eventually(() => collection.watching === 1);
    await first.stop();

    collection.remove('w0001');
    collection.put('other');
    collection.compact();
    const { sink, stored, report } = await observe({
      collection,
      sink: first.sink,
    });
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    expect(stored()).toEqual(['other', 'w0000', 'w0002']);
    expect(report.lane(LANE).problems).toEqual([]);
  });

  it('takes the streaming list where the server offers it, and goes on watching on the same stream', async () => {
    const collection = FakeCollection.of(1200);
    collection.minor = 34;
    const { sink, stored, queries } = await observe({ collection });
    await sink.until(() => sink.completedSweeps(LANE) === 1);
    expect(stored()).toHaveLength(1200);

    collection.put('live');
    await eventually(() => stored().includes('live'));
    expect(queries('list')).toEqual([]);
    expect(queries('watch')).toHaveLength(1);
    const [query] = queries('watch');
    expect(query.get('sendInitialEvents')).toBe('true');
    expect(query.get('resourceVersionMatch')).toBe('NotOlderThan');
    expect(query.has('resourceVersion')).toBe(false);
  });

  it('stops with the reason of the sink once the lease is lost', async () => {
    const sink = MemoryFleetSink.create();
    const { collection, done } = await observe({
      collection: FakeCollection.of(1),
      sink,
    });
    await eventually(() => collection.watching === 1);
    sink.loseLease();
    collection.put('unseen');
    await expect(done).rejects.toThrow(ConflictError);
    await eventually(() => collection.watching === 0);
  });

  it('ends within two seconds of the abort, and leaves no connection', async () => {
    const observation = await observe({ collection: FakeCollection.of(1) });
    await eventually(() => observation.collection.watching === 1);
    const began = performance.now();
    await observation.stop();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
