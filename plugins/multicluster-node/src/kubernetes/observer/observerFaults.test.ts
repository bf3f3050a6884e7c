import { eventually } from '../../testUtils';
import { FakeCollection, Fault } from '../__testUtils__/FakeCollection';
import {
  FakeObservation,
  LANE,
  observeFake,
} from '../__testUtils__/observeFake';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { sendStatus } from '../__testUtils__/sendJson';

function collectionOf(count: number): FakeCollection {
  const collection = new FakeCollection();
  for (let i = 0; i < count; i++) {
    collection.put(`w${String(i).padStart(4, '0')}`);
  }
  return collection;
}

jest.setTimeout(30_000);

describe('observeResource under faults', () => {
  let running: FakeObservation | undefined;

  async function observe(...args: Parameters<typeof observeFake>) {
    running = await observeFake(...args);
    return running;
  }

  afterEach(async () => {
    const ending = running;
    running = undefined;
    await ending?.stop().catch(() => {});
  });

  const starting = (code: number, message: string): Fault => ({
    kind: 'text',
    code,
    type: 'application/json',
    body: JSON.stringify({ kind: 'Status', code, message }),
  });

  it.each<[string, Fault, string]>([
    ['a refused credential', { kind: 'status', code: 401 }, 'unauthenticated'],
    ['a missing right', { kind: 'status', code: 403 }, 'forbidden'],
    ['a kind that is not served', { kind: 'status', code: 404 }, 'not-served'],
    ['an internal error', { kind: 'status', code: 500 }, 'upstream-error'],
    [
      'an aggregated server that is down',
      {
        kind: 'text',
        code: 503,
        type: 'text/plain; charset=utf-8',
        body: 'error trying to reach service: dial tcp: connection refused',
      },
      'unreachable',
    ],
    [
      'a server whose paths are not installed yet',
      starting(
        503,
        'the request has been made before all known HTTP paths have been installed, please try again',
      ),
      'not-ready',
    ],
    [
      'a server whose storage initialises',
      starting(429, 'storage is (re)initializing'),
      'not-ready',
    ],
    ['too many requests', { kind: 'status', code: 429 }, 'rate-limited'],
    [
      'a web page with status 200',
      { kind: 'text', code: 200, type: 'text/html', body: '<html>sign in' },
      'not-an-api',
    ],
    [
      'a web page as an error',
      { kind: 'text', code: 502, type: 'text/html', body: '<html>oops' },
      'not-an-api',
    ],
    ['a redirect', { kind: 'status', code: 302 }, 'not-an-api'],
    ['half a page', { kind: 'garbage' }, 'malformed'],
    ['a connection that breaks', { kind: 'cut' }, 'unreachable'],
    ['a connection that breaks midway', { kind: 'cut-midway' }, 'unreachable'],
    ['a server that never answers', { kind: 'hang' }, 'timeout'],
  ])('names %s, and recovers', async (_name, fault, code) => {
    const collection = collectionOf(2);
    collection.faults.list.push(fault);
    if (fault.kind === 'cut') {
      // A kept connection that breaks is tried once more without a word.
      collection.faults.list.push(fault);
    }
    const { report, stored, sink } = await observe({
      collection,
      timings: { page: 150 },
    });
    await eventually(() => sink.completedSweeps(LANE) === 1);
    expect(stored()).toEqual(['w0000', 'w0001']);
    const lane = report.lane(LANE);
    expect(lane.problems.map(problem => problem.code)).toEqual([code]);
    expect(lane.problems[0].sentence.text).toMatch(/^Deployments: .+\.$|says/);
    expect(lane.problem).toBeUndefined();
  });

  it('deletes nothing while page 3 fails, and everything that is gone once a list was read to its end', async () => {
    const collection = collectionOf(12);
    const first = await observe({ collection, limits: { pageSize: 4 } });
    await eventually(() => collection.watching === 1);
    await first.stop();

    collection.remove('w0011');
    collection.compact();
    // The verification, two pages, and the third, three times over.
    collection.faults.list.push(undefined, undefined, undefined);
    for (let i = 0; i < 3; i++) {
      collection.faults.list.push({ kind: 'status', code: 500 });
    }
    const { sink } = first;
    const second = await observe({
      collection,
      sink,
      limits: { pageSize: 4 },
    });
    await eventually(
      () => second.report.lane(LANE).problem?.code === 'upstream-error',
    );
    expect(second.stored()).toHaveLength(12);
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    expect(second.stored()).toHaveLength(11);
    expect(second.stored()).not.toContain('w0011');
  });

  it('asks for a page again rather than for the whole list when it fails in passing', async () => {
    const collection = collectionOf(12);
    collection.faults.list.push(undefined, undefined, { kind: 'cut' });
    const { sink, queries, report } = await observe({
      collection,
      limits: { pageSize: 4 },
    });
    await sink.until(() => sink.completedSweeps(LANE) === 1);
    const tokens = queries('list').map(query => query.get('continue'));
    expect(tokens).toEqual([null, '1012/4', '1012/8', '1012/8']);
    expect(report.lane(LANE).relists).toBe(1);
  });

  it('starts the list over when its continue token expires', async () => {
    const collection = collectionOf(12);
    collection.faults.list.push(undefined, undefined, {
      kind: 'status',
      code: 410,
    });
    const { sink, stored, report } = await observe({
      collection,
      limits: { pageSize: 4 },
    });
    await sink.until(() => sink.completedSweeps(LANE) === 1);
    expect(stored()).toHaveLength(12);
    expect(report.lane(LANE)).toMatchObject({ relists: 2, problems: [] });
  });

  it('goes on from where it was after a watch broke', async () => {
    const collection = collectionOf(2);
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
    const collection = collectionOf(2);
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
      const collection = collectionOf(2);
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
    const collection = collectionOf(2);
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
    const collection = collectionOf(2);
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
    const collection = collectionOf(5);
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
    const collection = collectionOf(5);
    const first = await observe({ collection });
    await eventually(() => collection.watching === 1);
    await first.stop();
    collection.restore(500, ['restored']);
    const second = await observe({ collection, sink: first.sink });
    await eventually(() => second.stored().join() === 'restored');
    expect(first.sink.storedCheckpoint(LANE)).toBe('501');
  });

  it('lists in full when versions jump back inside a watch', async () => {
    const collection = collectionOf(3);
    const { stored, sink } = await observe({ collection });
    await eventually(() => collection.watching === 1);
    collection.restore(10, ['w0000', 'restored']);
    collection.put('next');
    await sink.until(() => sink.completedSweeps(LANE) === 2);
    expect(stored()).toEqual(['next', 'restored', 'w0000']);
  });

  it('notices a connection that is half open, and says so when the server does not answer either', async () => {
    const collection = collectionOf(2);
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

  it.each([
    ['seconds', { 'Retry-After': '1' }],
    ['a date', { 'Retry-After': new Date(Date.now() + 600_000).toUTCString() }],
  ])('waits as long as Retry-After asks in %s', async (_name, headers) => {
    const collection = collectionOf(1);
    collection.faults.list.push({ kind: 'status', code: 429, headers });
    const { sink, queries } = await observe({ collection });
    await eventually(() => queries('list').length === 1);
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(queries('list')).toHaveLength(1);
    if (headers['Retry-After'] === '1') {
      await sink.until(() => sink.completedSweeps(LANE) === 1);
    }
  });

  it('waits as long as a Status asks', async () => {
    const collection = collectionOf(1);
    collection.faults.list.push({
      kind: 'text',
      code: 503,
      type: 'application/json',
      body: JSON.stringify({
        kind: 'Status',
        code: 503,
        details: { retryAfterSeconds: 600 },
      }),
    });
    const { queries } = await observe({ collection });
    await eventually(() => queries('list').length === 1);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(queries('list')).toHaveLength(1);
  });

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
      const collection = Object.assign(collectionOf(2), fields);
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
    const collection = collectionOf(5);
    collection.minor = 34;
    const first = await observe({ collection });
    await eventually(() => collection.watching === 1);
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
