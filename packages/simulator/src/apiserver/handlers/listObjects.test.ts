import { TestServer, testServer } from '../__tests__/testServer';

const PATH = '/apis/work.karmada.io/v1alpha2/resourcebindings';
const KIND = ['work.karmada.io/v1alpha2', 'ResourceBinding'] as const;

describe('listObjects', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await testServer();
    server.add(...KIND, 'b/2', 'a/1', 'b/1', 'a-x/1', 'a/2');
  });

  afterEach(async () => {
    await server.close();
  });

  const names = (body: any) =>
    body.items.map(
      ({ metadata }: any) => `${metadata.namespace}/${metadata.name}`,
    );

  it('pages in the order of keys and counts what remains', async () => {
    const first = await server.ask(`${PATH}?limit=2`);
    const second = await server.ask(
      `${PATH}?limit=3&continue=${first.body.metadata.continue}`,
    );

    expect(names(first.body)).toEqual(['a-x/1', 'a/1']);
    expect(first.body.metadata.remainingItemCount).toBe(3);
    expect(names(second.body)).toEqual(['a/2', 'b/1', 'b/2']);
    expect(second.body.metadata).toEqual({
      resourceVersion: first.body.metadata.resourceVersion,
    });
  });

  it('shows on later pages what the first page showed, whatever has changed since', async () => {
    const first = await server.ask(`${PATH}?limit=2`);
    const type = server.store.type(...KIND)!;
    server.store.delete(type, 'b', '1');
    server.add(...KIND, 'a/3');

    const second = await server.ask(
      `${PATH}?limit=9&continue=${first.body.metadata.continue}`,
    );

    expect(names(second.body)).toEqual(['a/2', 'b/1', 'b/2']);
    expect(names((await server.ask(PATH)).body)).toEqual([
      'a-x/1',
      'a/1',
      'a/2',
      'a/3',
      'b/2',
    ]);
  });

  it('pages within a namespace', async () => {
    const path = '/apis/work.karmada.io/v1alpha2/namespaces/b/resourcebindings';
    const first = await server.ask(`${path}?limit=1`);
    const second = await server.ask(
      `${path}?limit=1&continue=${first.body.metadata.continue}`,
    );

    expect(names(first.body)).toEqual(['b/1']);
    expect(names(second.body)).toEqual(['b/2']);
    expect(second.body.metadata.continue).toBeUndefined();
  });

  it('answers 410 to a continue token from before a compaction, with a token that goes on', async () => {
    const first = await server.ask(`${PATH}?limit=2`);
    server.add(...KIND, 'c/1');
    server.store.compact();

    const second = await server.ask(
      `${PATH}?limit=2&continue=${first.body.metadata.continue}`,
    );
    const third = await server.ask(
      `${PATH}?continue=${second.body.metadata.continue}`,
    );

    expect(second.status).toBe(410);
    expect(second.body.reason).toBe('Expired');
    expect(names(third.body)).toEqual(['a/2', 'b/1', 'b/2', 'c/1']);
  });

  it('ignores limit with resourceVersion=0, as the watch cache does', async () => {
    const all = await server.ask(`${PATH}?limit=2&resourceVersion=0`);

    expect(all.body.items).toHaveLength(5);
    expect(all.body.metadata.continue).toBeUndefined();
  });

  it('shows an older state when it is asked for exactly', async () => {
    const before = server.store.resourceVersion;
    server.add(...KIND, 'z/1');

    const exact = await server.ask(
      `${PATH}?resourceVersion=${before}&resourceVersionMatch=Exact`,
    );
    const newer = await server.ask(
      `${PATH}?resourceVersion=${before}&resourceVersionMatch=NotOlderThan`,
    );

    expect(exact.body.items).toHaveLength(5);
    expect(newer.body.items).toHaveLength(6);
  });

  it.each([
    [
      'resourceVersionMatch=Exact',
      422,
      'resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    ],
    [
      'sendInitialEvents=true',
      422,
      'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list',
    ],
    [
      'resourceVersion=new',
      400,
      'invalid resource version: resourceVersion: Invalid value: "new"',
    ],
    ['labelSelector=a===', 400, 'unable to parse requirement'],
    ['fieldSelector=spec.x%3D1', 400, 'field label not supported: spec.x'],
  ])('refuses %s', async (query, status, message) => {
    const answer = await server.ask(`${PATH}?${query}`);

    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
  });

  it.each([
    ['labelSelector=tier%3Dprod', ['one']],
    ['labelSelector=tier%20in%20(prod,dev)', ['one', 'two']],
    ['labelSelector=tier!%3Dprod', ['three', 'two']],
    ['labelSelector=tier', ['one', 'two']],
    ['labelSelector=!tier', ['three']],
    ['fieldSelector=metadata.name%3Dtwo', ['two']],
  ])('selects by %s', async (query, expected) => {
    const type = server.store.type('v1', 'ConfigMap')!;
    for (const [name, tier] of [
      ['one', 'prod'],
      ['two', 'dev'],
      ['three', undefined],
    ]) {
      server.store.create(type, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: name!,
          namespace: 'demo',
          ...(tier && { labels: { tier } }),
        },
      });
    }

    const answer = await server.ask(`/api/v1/configmaps?${query}`);

    expect(answer.body.items.map((item: any) => item.metadata.name)).toEqual(
      expected,
    );
    expect(answer.body.items[0].kind).toBeUndefined();
  });

  it('zips large answers when asked', async () => {
    server.add(...KIND, ...Array.from({ length: 1500 }, (_, i) => `many/${i}`));

    const answer = await server.ask(PATH, {
      headers: { 'accept-encoding': 'gzip' },
    });

    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});
