import { TestServer, testServer } from './__tests__/testServer';

describe('ApiServer', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await testServer();
  });

  afterEach(async () => {
    await server.close();
  });

  it('refuses everything while its paths are not installed', async () => {
    server.server.starting = 'paths';

    const answer = await server.ask('/api/v1/namespaces');

    expect(answer.status).toBe(503);
    expect(answer.body.message).toBe(
      'the request has been made before all known HTTP paths have been installed, please try again',
    );
  });

  it('asks to come back while its storage initialises', async () => {
    server.server.starting = 'storage';

    const answer = await server.ask('/api/v1/namespaces');

    expect(answer.status).toBe(429);
    expect(answer.body.message).toBe('storage is (re)initializing');
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('answers unknown paths in plain text', async () => {
    const answer = await server.ask('/apis/argoproj.io/v1alpha1/applications');

    expect(answer.status).toBe(404);
    expect(answer.text).toBe('404 page not found\n');
  });

  it('answers a subresource that a kind lacks with 404 and a verb nobody needs with 405', async () => {
    const absent = await server.ask('/api/v1/namespaces/demo/configmaps/x/log');
    const verb = await server.ask('/api/v1/namespaces/demo/configmaps', {
      method: 'DELETE',
    });

    expect(absent.status).toBe(404);
    expect(verb.status).toBe(405);
  });

  it('marks a group whose server is down as stale in discovery', async () => {
    const down = await testServer({
      isDown: group => group === 'cluster.karmada.io',
    });

    const answer = await down.ask('/apis', {
      headers: {
        accept:
          'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
      },
    });
    await down.close();

    const freshness = Object.fromEntries(
      answer.body.items.map((item: any) => [
        item.metadata.name,
        item.versions[0].freshness,
      ]),
    );
    expect(freshness).toMatchObject({
      'cluster.karmada.io': 'Stale',
      'work.karmada.io': 'Current',
    });
  });

  it('describes a group in the older form too', async () => {
    const groups = await server.ask('/apis');
    const resources = await server.ask('/apis/work.karmada.io/v1alpha2');

    expect(groups.body.groups.map((group: any) => group.name)).toContain(
      'work.karmada.io',
    );
    expect(
      resources.body.resources.map((resource: any) => resource.name),
    ).toEqual(
      expect.arrayContaining(['resourcebindings', 'resourcebindings/status']),
    );
  });

  it('indents for people, known by their user agent', async () => {
    const answer = await server.ask('/version', {
      headers: { 'user-agent': 'curl/8.5.0' },
    });

    expect(answer.text.split('\n').length).toBeGreaterThan(5);
    expect(answer.body.gitVersion).toBe('v1.36.2');
  });

  it('refuses formats it cannot speak', async () => {
    const answer = await server.ask('/api/v1/namespaces', {
      headers: { accept: 'application/vnd.kubernetes.protobuf' },
    });

    expect(answer.status).toBe(406);
  });
});
