import { eventually } from '../../testUtils';
import { FakeCollection, Fault } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE } from '../__testUtils__/observeFake';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { sendStatus } from '../__testUtils__/sendJson';

jest.setTimeout(30_000);

describe('observeResource and streaming lists', () => {
  const { observe } = fakeObservations();

  it.each<[string, Partial<FakeCollection>, Fault | undefined]>([
    ['with 422', { minor: 34, streaming: false }, undefined],
    [
      'inside the stream',
      { minor: 34 },
      {
        kind: 'stream-error',
        code: 500,
        message: 'RequestWatchProgress is disabled',
      },
    ],
    ['by its age', { minor: 31 }, undefined],
    ['by silence', { minor: 34 }, { kind: 'hang' }],
  ])(
    'falls back to pages when a server refuses the streaming list %s',
    async (_name, fields, fault) => {
      const collection = Object.assign(FakeCollection.of(2), fields);
      if (fault) {
        collection.faults.watch.push(fault);
      }
      const { sink, report, queries, stored } = await observe({
        collection,
        timings: { initialSilence: 50, page: 200 },
      });
      await sink.until(() => sink.completedSweeps(LANE) === 1);
      expect(stored()).toHaveLength(2);
      await eventually(() => collection.watching === 1);
      const streamed = queries('watch').filter(q => q.has('sendInitialEvents'));
      expect(streamed.length).toBeLessThanOrEqual(
        fault?.kind === 'hang' ? 2 : 1,
      );
      expect(report.lane(LANE).problems.map(p => p.code)).toEqual(
        fault?.kind === 'hang' ? ['timeout'] : [],
      );
    },
  );

  it('deletes nothing when a streaming list ends early', async () => {
    const collection = FakeCollection.of(5);
    collection.minor = 34;
    const first = await observe({ collection });
    await first.sink.until(sink => sink.completedSweeps(LANE) === 1);
    await first.stop();
    collection.remove('w0004');
    collection.compact();

    const script = { lists: 0, broken: true };
    const server = await ScriptedServer.start((request, response) => {
      const { query } = request;
      if (script.broken && query.has('sendInitialEvents')) {
        script.lists += 1;
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end();
      } else if (script.broken && query.has('limit') && script.lists > 0) {
        sendStatus(response, 500);
      } else {
        collection.handle(request, response);
      }
    });
    const { report, stored } = await observe({
      collection,
      server,
      sink: first.sink,
    });
    await eventually(
      () => report.lane(LANE).problem?.code === 'upstream-error',
    );
    expect(report.lane(LANE).problems.map(p => p.code)).toEqual([
      'incomplete',
      'upstream-error',
    ]);
    expect(script.lists).toBe(2);
    expect(stored()).toHaveLength(5);
    script.broken = false;
    await eventually(() => stored().length === 4);
  });
});
