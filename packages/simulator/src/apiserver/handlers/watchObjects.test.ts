import { openWatch } from '../__tests__/openWatch';
import { TestServer, testServer } from '../__tests__/testServer';
import { InMemoryObjectStore } from '../InMemoryObjectStore';
import { controlPlaneTypes } from '../../karmada/types/controlPlaneTypes';

const PATH = '/apis/work.karmada.io/v1alpha2/resourcebindings';
const KIND = ['work.karmada.io/v1alpha2', 'ResourceBinding'] as const;

describe('watchObjects', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await testServer({ bookmarkIntervalMs: 20 });
  });

  afterEach(async () => {
    await server.close();
  });

  const summary = (line: any) =>
    `${line.type} ${line.object.metadata?.name ?? line.object.reason}`;

  it('catches up from a resourceVersion and then follows', async () => {
    const from = server.store.resourceVersion;
    const [object] = server.add(...KIND, 'a/1');
    const watch = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${from}`,
    );
    await watch.until(1);
    const type = server.store.type(...KIND)!;
    server.store.update(type, { ...object, spec: { replicas: 1 } });
    server.store.delete(type, 'a', '1');
    await watch.until(3);
    watch.close();

    expect(watch.lines.map(summary)).toEqual([
      'ADDED 1',
      'MODIFIED 1',
      'DELETED 1',
    ]);
    const versions = watch.lines.map(line =>
      Number(line.object.metadata.resourceVersion),
    );
    expect(versions).toEqual([from + 1, from + 2, from + 3]);
  });

  it('sends existing objects first when no resourceVersion is given', async () => {
    server.add(...KIND, 'a/1', 'a/2');
    const watch = await openWatch(server, `${PATH}?watch=true`);
    await watch.until(2);
    watch.close();

    expect(watch.lines.map(summary)).toEqual(['ADDED 1', 'ADDED 2']);
  });

  it('streams a list and closes it with a marked bookmark', async () => {
    server.add(...KIND, 'a/1', 'a/2');
    const watch = await openWatch(
      server,
      `${PATH}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );
    await watch.until(3);
    server.add(...KIND, 'a/3');
    await watch.until(4);
    watch.close();

    expect(watch.lines[2]).toEqual({
      type: 'BOOKMARK',
      object: {
        apiVersion: 'work.karmada.io/v1alpha2',
        kind: 'ResourceBinding',
        metadata: {
          annotations: { 'k8s.io/initial-events-end': 'true' },
          resourceVersion: expect.stringMatching(/^\d+$/),
        },
      },
    });
    expect(summary(watch.lines[3])).toBe('ADDED 3');
  });

  it('refuses a streaming list like servers that do not know it', async () => {
    server.server.context.streamingList = 'refused';

    const answer = await server.ask(
      `${PATH}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );

    expect(answer.status).toBe(422);
    expect(answer.body.reason).toBe('Invalid');
  });

  it('tells inside the stream that the storage cannot do it', async () => {
    server.server.context.streamingList = 'broken-storage';

    const answer = await server.ask(
      `${PATH}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );

    expect(answer.status).toBe(200);
    expect(answer.body.type).toBe('ERROR');
    expect(answer.body.object.code).toBe(500);
    expect(answer.body.object.message).toContain('RequestWatchProgress');
  });

  it('sends bookmarks only when they are asked for', async () => {
    const from = server.store.resourceVersion;
    const asked = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${from}&allowWatchBookmarks=true`,
    );
    const plain = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${from}`,
    );
    server.add('v1', 'Namespace', 'other');
    await asked.until(2);
    asked.close();
    plain.close();

    const last = asked.lines[asked.lines.length - 1];
    expect(last.type).toBe('BOOKMARK');
    expect(Number(last.object.metadata.resourceVersion)).toBe(from + 1);
    expect(plain.lines).toEqual([]);
  });

  it('says nothing at all to a watch from a version it has not reached', async () => {
    const from = server.store.resourceVersion + 100;
    const watch = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${from}&allowWatchBookmarks=true`,
    );
    server.add(...KIND, 'a/1');
    await new Promise(resolve => setTimeout(resolve, 100));
    watch.close();

    expect(watch.lines).toEqual([]);
  });

  it('tells 410 in the stream to a watch from before its window', async () => {
    const store = InMemoryObjectStore.create({
      types: controlPlaneTypes,
      historyLimit: 4,
    });
    const small = await testServer({ store });
    const from = store.resourceVersion;
    small.add(...KIND, ...Array.from({ length: 9 }, (_, i) => `a/${i}`));

    const answer = await small.ask(`${PATH}?watch=1&resourceVersion=${from}`);
    await small.close();

    expect(answer.body.object).toMatchObject({
      code: 410,
      reason: 'Expired',
      message: expect.stringMatching(/^too old resource version: \d+ \(\d+\)$/),
    });
  });

  it('shows an object that leaves a selector as deleted, and one that enters as added', async () => {
    const type = server.store.type('v1', 'ConfigMap')!;
    const map = (labels: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x', namespace: 'demo', labels },
    });
    server.store.create(type, map({}));
    const watch = await openWatch(
      server,
      `/api/v1/configmaps?watch=1&labelSelector=on&resourceVersion=${server.store.resourceVersion}`,
    );
    server.store.update(type, map({ on: '1' }));
    server.store.update(type, map({ on: '2' }));
    server.store.update(type, map({}));
    await watch.until(3);
    watch.close();

    expect(watch.lines.map(({ type: event }) => event)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
    expect(watch.lines[2].object.metadata.labels).toEqual({ on: '2' });
  });

  it('ends by itself after timeoutSeconds', async () => {
    const watch = await openWatch(
      server,
      `${PATH}?watch=1&timeoutSeconds=1&resourceVersion=${server.store.resourceVersion}`,
    );

    await expect(watch.ended).resolves.toBe('end');
  });

  it('sends metadata alone, or rows, when asked', async () => {
    server.add(...KIND, 'a/1');
    const metadata = await openWatch(server, `${PATH}?watch=1`, {
      accept:
        'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json',
    });
    const table = await openWatch(server, `${PATH}?watch=1`, {
      accept: 'application/json;as=Table;g=meta.k8s.io;v=v1',
    });
    await Promise.all([metadata.until(1), table.until(1)]);
    metadata.close();
    table.close();

    expect(metadata.lines[0].object.kind).toBe('PartialObjectMetadata');
    expect(metadata.lines[0].object.spec).toBeUndefined();
    expect(table.lines[0].object.rows[0].cells[0]).toBe('1');
  });
});
