import { eventually } from '../../testUtils';
import { FakeCollection, Fault } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE } from '../__testUtils__/observeFake';

jest.setTimeout(30_000);

describe('observeResource under failing lists', () => {
  const { observe } = fakeObservations();

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
    const collection = FakeCollection.of(2);
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
    const collection = FakeCollection.of(12);
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
    const collection = FakeCollection.of(12);
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
    const collection = FakeCollection.of(12);
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

  it.each([
    ['seconds', { 'Retry-After': '1' }],
    ['a date', { 'Retry-After': new Date(Date.now() + 600_000).toUTCString() }],
  ])('waits as long as Retry-After asks in %s', async (_name, headers) => {
    const collection = FakeCollection.of(1);
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
    const collection = FakeCollection.of(1);
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
});
