import { eventually } from '../../testUtils';
import { FakeCollection } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE } from '../__testUtils__/observeFake';

jest.setTimeout(30_000);

describe('observeResource under failing watches', () => {
  const { observe } = fakeObservations();

  it('goes on from where it was after a watch broke', async () => {
    const collection = FakeCollection.of(2);
    const { stored, queries, report, sink } = await observe({ collection });
    await eventually(() => collection.watching === 1);
    collection.put('before');
    await eventually(() => stored().includes('before'));
    collection.cutWatches();
    collection.put('between');
    await eventually(() => stored().includes('between'));
    expect(queries('watch').map(q => q.get('resourceVersion'))).toEqual([
      '1002',
      '1003',
    ]);
    expect(sink.completedSweeps(LANE)).toBe(1);
    await eventually(() => report.lane(LANE).problem === undefined);
    expect(report.lane(LANE).problems[0].code).toBe('unreachable');
  });

  it('watches on without a word when the server ends a watch, as it does every few minutes', async () => {
    const collection = FakeCollection.of(2);
    const { stored, report } = await observe({ collection });
    await eventually(() => collection.watching === 1);
    collection.endWatches();
    collection.put('between');
    await eventually(() => stored().includes('between'));
    expect(report.lane(LANE).problems).toEqual([]);
  });

  it.each([410, 500])(
    'survives the error %s inside a watch that was answered with 200',
    async code => {
      const collection = FakeCollection.of(2);
      collection.faults.watch.push({ kind: 'stream-error', code });
      const { stored, sink, report } = await observe({ collection });
      await eventually(() => collection.watching === 1);
      collection.put('after');
      await eventually(() => stored().includes('after'));
      expect(sink.completedSweeps(LANE)).toBe(code === 410 ? 2 : 1);
      expect(report.lane(LANE).problems.map(p => p.code)).toEqual(
        code === 410 ? [] : ['upstream-error'],
      );
    },
  );

  it('lists in full when the server keeps refusing to watch from its position', async () => {
    const collection = FakeCollection.of(2);
    collection.faults.watch.push(
      { kind: 'status', code: 400 },
      { kind: 'status', code: 400 },
      { kind: 'status', code: 400 },
    );
    const { sink } = await observe({ collection });
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    await eventually(() => collection.watching === 1);
    expect(sink.completedSweeps(LANE)).toBe(2);
  });

  it('verifies a watch that is silent, and stays with it when the server is not behind', async () => {
    const collection = FakeCollection.of(2);
    const { queries, sink, report } = await observe({
      collection,
      timings: { silence: 60 },
    });
    await eventually(() => queries('watch').length >= 3);
    expect(queries('list').filter(q => q.get('limit') === '1')).not.toEqual([]);
    expect(sink.completedSweeps(LANE)).toBe(1);
    expect(report.lane(LANE).problems).toEqual([]);
  });

  it('lists in full when a silent watch turns out to hang before a version the server lost', async () => {
    const collection = FakeCollection.of(5);
    const { stored, sink } = await observe({
      collection,
      timings: { silence: 60 },
    });
    await eventually(() => collection.watching === 1);
    // A backup is restored under the running watch: no event, no bookmark, no error comes of it.
    collection.mute = true;
    collection.restore(900, ['restored']);
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    expect(stored()).toEqual(['restored']);
    expect(sink.storedCheckpoint(LANE)).toBe('901');
  });

  it('lists in full when it comes back to a server that is behind', async () => {
    const collection = FakeCollection.of(5);
    const first = await observe({ collection });
    await eventually(() => collection.watching === 1);
    await first.stop();
    collection.restore(500, ['restored']);
    const second = await observe({ collection, sink: first.sink });
    await eventually(() => second.stored().join() === 'restored');
    expect(first.sink.storedCheckpoint(LANE)).toBe('501');
  });

  it('lists in full when versions jump back inside a watch', async () => {
    const collection = FakeCollection.of(3);
    const { stored, sink } = await observe({ collection });
    await eventually(() => collection.watching === 1);
    collection.restore(10, ['w0000', 'restored']);
    collection.put('next');
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    expect(stored()).toEqual(['next', 'restored', 'w0000']);
  });

  it('does not remove what was made anew when an old deletion comes once more', async () => {
    const collection = FakeCollection.of(2);
    const { stored, sink } = await observe({ collection });
    await eventually(() => collection.watching === 1);
    collection.remove('w0000');
    collection.put('w0000');
    collection.put('before');
    await eventually(() => stored().includes('before'));
    // The third event of the history, after the two objects that were there.
    collection.replay(2);
    collection.put('after');
    await eventually(() => stored().includes('after'));
    expect(stored()).toContain('w0000');
    const everGone = sink.writes.filter(({ fact }) => !fact).length;
    expect(everGone).toBeLessThanOrEqual(1);
    expect(sink.completedSweeps(LANE)).toBe(1);
  });

  it('believes a deletion that comes with the version the object had, once the server confirms it', async () => {
    const collection = FakeCollection.of(2);
    const { stored, sink } = await observe({ collection });
    await eventually(() => collection.watching === 1);
    const object = collection.objects.get('w0000');
    collection.put('next');
    await eventually(() => stored().includes('next'));
    collection.objects.delete('w0000');
    collection.sendRaw(JSON.stringify({ type: 'DELETED', object }));
    await eventually(() => !stored().includes('w0000'));
    expect(sink.completedSweeps(LANE)).toBe(1);
  });

  it('notices a connection that is half open, and says so when the server does not answer either', async () => {
    const collection = FakeCollection.of(2);
    const { report, stored } = await observe({
      collection,
      timings: { silence: 60, verify: 100 },
    });
    await eventually(() => collection.watching === 1);
    collection.faults.list.push({ kind: 'hang' });
    await eventually(() => report.lane(LANE).problem?.code === 'timeout');
    collection.put('after');
    await eventually(() => stored().includes('after'));
    await eventually(() => report.lane(LANE).problem === undefined);
    expect(report.lane(LANE).problems.map(p => p.code)).toEqual(['timeout']);
  });
});
