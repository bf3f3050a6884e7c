import { eventually } from '../../testUtils';
import { FakeCollection } from '../__testUtils__/FakeCollection';
import { fakeObservations } from '../__testUtils__/fakeObservations';
import { LANE, observeFake } from '../__testUtils__/observeFake';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { testTransport } from '../__testUtils__/testTransport';

jest.setTimeout(30_000);

describe('observeResource and the server it asks', () => {
  const { observeUntilItWatches: observe } = fakeObservations();

  it('asks for metadata alone where that is all that is wanted', async () => {
    const { server, collection } = await observe({
      collection: FakeCollection.of(1),
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
    const collection = FakeCollection.of(1);
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

  it('tells how far behind it sees changes, and never a negative age', async () => {
    const { collection, report } = await observe({
      collection: FakeCollection.of(1),
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
    const collection = FakeCollection.of(40);
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
    const busy = FakeCollection.of(1);
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
    const other = await observe({ collection: FakeCollection.of(1) });
    expect(other.stored()).toEqual(['w0000']);
    const lists = () => first.queries('list').length;
    expect(lists()).toBe(1);
    await Promise.all([first.end(), second.end()]);
    await server.stop();
    expect(lists()).toBe(1);
  });
});
