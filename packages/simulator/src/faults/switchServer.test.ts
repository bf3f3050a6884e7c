import { openWatch } from '../apiserver/__tests__/openWatch';
import { TestServer, testServer } from '../apiserver/__tests__/testServer';
import { switchServer } from './switchServer';

const PATH = '/apis/work.karmada.io/v1alpha2/resourcebindings';
const KIND = ['work.karmada.io/v1alpha2', 'ResourceBinding'] as const;

describe('switchServer', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await testServer();
  });

  afterEach(async () => {
    await server.close();
  });

  it('goes back to an older state: versions jump back, watches end, and a watch from the future is silent', async () => {
    server.add(...KIND, 'a/1');
    const then = server.store.resourceVersion;
    server.add(...KIND, 'a/2', 'a/3');
    const ahead = server.store.resourceVersion;
    const watch = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${ahead}`,
    );

    switchServer(server.server, { restoreBack: ahead - then });

    expect(await watch.ended).toBe('ECONNRESET');
    const list = await server.ask(PATH);
    expect(list.body.metadata.resourceVersion).toBe(String(then));
    expect(list.body.items).toHaveLength(1);
    const asked = await server.ask(`${PATH}?resourceVersion=${ahead}`);
    expect(asked.status).toBe(504);
    const silent = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${ahead}`,
    );
    server.add(...KIND, 'a/4');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(silent.lines).toEqual([]);
    silent.close();
  });

  it('starts and has started', async () => {
    switchServer(server.server, { starting: 'paths' });
    expect((await server.ask(PATH)).status).toBe(503);

    switchServer(server.server, { starting: null });
    expect((await server.ask(PATH)).status).toBe(200);
  });

  it('makes the past too old', async () => {
    const from = server.store.resourceVersion;
    server.add(...KIND, 'a/1');

    switchServer(server.server, { compact: true });

    const answer = await server.ask(`${PATH}?watch=1&resourceVersion=${from}`);
    expect(answer.body.object.code).toBe(410);
  });
});
