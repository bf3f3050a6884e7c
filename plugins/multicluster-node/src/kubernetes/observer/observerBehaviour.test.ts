import { eventually, MemoryFleetSink } from '../../testUtils';
import { FakeCollection } from '../__testUtils__/FakeCollection';
import {
  FakeObservation,
  LANE,
  observeFake,
  projectWorkload,
} from '../__testUtils__/observeFake';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { testTransport } from '../__testUtils__/testTransport';
import { KubernetesObject } from './KubernetesObject';

function collectionOf(count: number, fields: object = {}): FakeCollection {
  const collection = new FakeCollection();
  for (let i = 0; i < count; i++) {
    collection.put(`w${String(i).padStart(4, '0')}`, { ...fields });
  }
  return collection;
}

jest.setTimeout(30_000);

describe('observeResource', () => {
  let running: FakeObservation | undefined;

  async function observe(...args: Parameters<typeof observeFake>) {
    running = await observeFake(...args);
    await eventually(() => running?.collection.watching);
    return running;
  }

  afterEach(async () => {
    const ending = running;
    running = undefined;
    await ending?.stop().catch(() => {});
  });

  const changes = (sink: MemoryFleetSink) =>
    sink.calls.flatMap(call => (call.call === 'change' ? [call] : []));

  it('stores a burst in few batches, with the newest state of each object', async () => {
    const { collection, sink } = await observe({
      collection: collectionOf(10),
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
      collection: collectionOf(0),
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
      collection: collectionOf(1),
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
      collection: collectionOf(1),
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
    const collection = collectionOf(200);
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
    const collection = collectionOf(0);
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

  it('leaves out an object that is too large and says how many, and reads the others', async () => {
    const collection = collectionOf(3);
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
      collection: collectionOf(2),
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
      collection: collectionOf(1),
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
      collection: collectionOf(1),
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
      collection: collectionOf(1, { metadata }),
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

  it('asks for metadata alone where that is all that is wanted', async () => {
    const { server, collection } = await observe({
      collection: collectionOf(1),
      detail: 'metadata',
    });
    const accepts = server.requests
      .filter(({ path }) => path === collection.path)
      .map(({ headers }) => headers.accept);
    expect(accepts).toEqual([
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    ]);
  });

  it('sends selectors with lists and watches, and keeps to a namespace', async () => {
    const collection = collectionOf(1);
    const server = await ScriptedServer.start((request, response) =>
      collection.handle(
        {
          ...request,
          path: request.path.replace('/namespaces/demo', ''),
        },
        response,
      ),
    );
    await observe({
      collection,
      server,
      namespace: 'demo',
      labelSelector: 'a in (b,c)',
      fieldSelector: 'metadata.name!=x',
    });
    const asked = server.requests.filter(({ path }) => path !== '/version');
    expect(new Set(asked.map(({ path }) => path))).toEqual(
      new Set(['/apis/apps/v1/namespaces/demo/deployments']),
    );
    expect(asked.map(({ query }) => query.get('labelSelector'))).toEqual([
      'a in (b,c)',
      'a in (b,c)',
    ]);
  });

  it('deletes rows that an object no longer has', async () => {
    const key = 'apps/Deployment/demo/w0000';
    const { collection, sink } = await observe({
      collection: collectionOf(1),
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

  it('tells how far behind it sees changes, and never a negative age', async () => {
    const { collection, report } = await observe({
      collection: collectionOf(1),
    });
    const at = (ms: number) => ({
      metadata: {
        managedFields: [{ time: new Date(Date.now() + ms).toISOString() }],
      },
    });
    collection.put('a', at(-5000));
    await eventually(() => report.lane(LANE).lags.length === 1);
    collection.put('b', at(600_000));
    await eventually(() => report.lane(LANE).lags.length === 2);
    const [first, second] = report.lane(LANE).lags;
    expect(first).toBeGreaterThanOrEqual(5);
    expect(first).toBeLessThan(8);
    expect(second).toBe(0);
  });

  it('keeps lanes of one server within one budget of lists', async () => {
    let inFlight = 0;
    let most = 0;
    const collection = collectionOf(40);
    const server = await ScriptedServer.start(async (request, response) => {
      if (request.query.has('limit')) {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(resolve => setTimeout(resolve, 5));
        inFlight -= 1;
      }
      collection.handle(request, response);
    });
    const transport = testTransport(server);
    const lanes = await Promise.all(
      Array.from({ length: 12 }, () =>
        observeFake({
          collection,
          server,
          transport,
          limits: { pageSize: 10 },
        }),
      ),
    );
    await eventually(() => collection.watching === 12);
    await Promise.all(lanes.map(lane => lane.end()));
    await server.stop();
    expect(most).toBe(4);
  });

  it('pauses all lanes of a server that asks for it, and none of another', async () => {
    const busy = collectionOf(1);
    busy.faults.list.push({
      kind: 'status',
      code: 429,
      headers: { 'Retry-After': '600' },
    });
    const server = await ScriptedServer.start((request, response) =>
      busy.handle(request, response),
    );
    const transport = testTransport(server);
    const lane = () => observeFake({ collection: busy, server, transport });
    const first = await lane();
    await eventually(
      () => first.report.lane(LANE).problem?.code === 'rate-limited',
    );
    const second = await lane();
    const other = await observe({ collection: collectionOf(1) });
    expect(other.stored()).toEqual(['w0000']);
    const lists = () => first.queries('list').length;
    expect(lists()).toBe(1);
    await Promise.all([first.end(), second.end()]);
    await server.stop();
    expect(lists()).toBe(1);
  });
});
