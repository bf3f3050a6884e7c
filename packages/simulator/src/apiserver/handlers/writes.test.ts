import { TestServer, testServer } from '../__tests__/testServer';

const DEPLOYMENTS = '/apis/apps/v1/namespaces/demo/deployments';
const POLICIES =
  '/apis/policy.karmada.io/v1alpha1/namespaces/demo/propagationpolicies';

describe('writes', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await testServer();
    server.add('v1', 'Namespace', 'demo');
    await server.ask(DEPLOYMENTS, {
      method: 'POST',
      body: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web' },
        spec: { replicas: 1, selector: { matchLabels: { app: 'web' } } },
        status: { replicas: 7 },
      },
    });
  });

  afterEach(async () => {
    await server.close();
  });

  const patch = (path: string, type: string, body: unknown) =>
    server.ask(path, {
      method: 'PATCH',
      headers: { 'content-type': `application/${type}` },
      body,
    });

  const live = async () => (await server.ask(`${DEPLOYMENTS}/web`)).body;

  it('drops the status a client sends with a new object', async () => {
    expect((await live()).status).toBeUndefined();
  });

  it('refuses a namespace that is not there', async () => {
    const answer = await server.ask('/api/v1/namespaces/nope/configmaps', {
      method: 'POST',
      body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } },
    });

    expect(answer.status).toBe(404);
    expect(answer.body.message).toBe('namespaces "nope" not found');
  });

  it.each([
    [{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'web' } }],
    [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'other' },
      },
    ],
    [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', namespace: 'other' },
      },
    ],
    ['{"apiVersion"'],
  ])('refuses an object that is not what its address says: %j', async body => {
    const answer = await server.ask(`${DEPLOYMENTS}/web`, {
      method: 'PUT',
      body,
    });

    expect(answer.status).toBe(400);
  });

  it('honours a test in a JSON patch', async () => {
    const change = (value: number) =>
      patch(`${DEPLOYMENTS}/web`, 'json-patch+json', [
        { op: 'test', path: '/spec/replicas', value },
        { op: 'replace', path: '/spec/replicas', value: 4 },
      ]);

    expect((await change(9)).status).toBe(422);
    expect((await change(1)).body.spec.replicas).toBe(4);
  });

  it('refuses a merge patch with a stale resourceVersion', async () => {
    const answer = await patch(`${DEPLOYMENTS}/web`, 'merge-patch+json', {
      metadata: { resourceVersion: '1' },
      spec: { replicas: 2 },
    });

    expect(answer.status).toBe(409);
    expect(answer.body.reason).toBe('Conflict');
  });

  it('stores nothing in a dry run', async () => {
    const before = await live();
    const answer = await patch(
      `${DEPLOYMENTS}/web?dryRun=All`,
      'merge-patch+json',
      { spec: { replicas: 2 } },
    );
    await server.ask(`${DEPLOYMENTS}/web?dryRun=All`, { method: 'DELETE' });

    expect(answer.body.spec.replicas).toBe(2);
    expect(await live()).toEqual(before);
  });

  it('writes status through its subresource alone', async () => {
    await patch(`${DEPLOYMENTS}/web/status`, 'merge-patch+json', {
      spec: { replicas: 9 },
      status: { readyReplicas: 1 },
    });

    expect(await live()).toMatchObject({
      spec: { replicas: 1 },
      status: { readyReplicas: 1 },
      metadata: { generation: 1 },
    });
  });

  it('scales', async () => {
    const scaled = await patch(`${DEPLOYMENTS}/web/scale`, 'merge-patch+json', {
      spec: { replicas: 3 },
    });

    expect(scaled.body).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 3 },
      status: { selector: 'app=web' },
    });
    expect((await live()).spec.replicas).toBe(3);
  });

  it('creates by server-side apply, and needs to know by whom', async () => {
    const applied = (query: string) =>
      patch(`${POLICIES}/p${query}`, 'apply-patch+yaml', {
        apiVersion: 'policy.karmada.io/v1alpha1',
        kind: 'PropagationPolicy',
        metadata: { name: 'p' },
        spec: { resourceSelectors: [{ apiVersion: 'v1', kind: 'ConfigMap' }] },
      });

    expect((await applied('')).status).toBe(422);
    const created = await applied('?fieldManager=fairway');
    expect(created.status).toBe(201);
    expect(created.body.spec.conflictResolution).toBe('Abort');
    expect(created.body.metadata.managedFields[0].manager).toBe('fairway');
  });

  it('refuses to apply a field that the schema does not have', async () => {
    const answer = await patch(
      `${POLICIES}/p?fieldManager=fairway`,
      'apply-patch+yaml',
      {
        apiVersion: 'policy.karmada.io/v1alpha1',
        kind: 'PropagationPolicy',
        metadata: { name: 'p' },
        spec: { replicaScheduling: {} },
      },
    );

    expect(answer.status).toBe(500);
    expect(answer.body.message).toContain(
      '.spec.replicaScheduling: field not declared in schema',
    );
  });

  it('prunes unknown fields at any depth, and warns unless told to ignore', async () => {
    const create = (name: string, query: string) =>
      server.ask(`${POLICIES}${query}`, {
        method: 'POST',
        body: {
          apiVersion: 'policy.karmada.io/v1alpha1',
          kind: 'PropagationPolicy',
          metadata: { name },
          spec: {
            resourceSelectors: [{ apiVersion: 'v1', kind: 'Pod', nmae: 'x' }],
          },
        },
      });

    const warned = await create('a', '');
    const ignored = await create('b', '?fieldValidation=Ignore');

    expect(warned.headers.warning).toBe(
      '299 - "unknown field \\"spec.resourceSelectors[0].nmae\\""',
    );
    expect(warned.body.spec.resourceSelectors).toEqual([
      { apiVersion: 'v1', kind: 'Pod' },
    ]);
    expect(ignored.headers.warning).toBeUndefined();
  });

  it('answers a deletion with a Status', async () => {
    const answer = await server.ask(`${DEPLOYMENTS}/web`, { method: 'DELETE' });

    expect(answer.body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'web', kind: 'deployments' },
    });
    expect((await server.ask(`${DEPLOYMENTS}/web`)).status).toBe(404);
  });

  it('does not delete what is somebody else by now', async () => {
    const answer = await server.ask(`${DEPLOYMENTS}/web`, {
      method: 'DELETE',
      body: { preconditions: { uid: 'another' } },
    });

    expect(answer.status).toBe(409);
  });

  it('names the first word of the user agent as the one who wrote', async () => {
    const answer = await server.ask(`${DEPLOYMENTS}/web`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/merge-patch+json',
        'user-agent': 'karmadactl/v1.18.2 (linux/amd64)',
      },
      body: { spec: { replicas: 2 } },
    });

    expect(
      answer.body.metadata.managedFields.map((entry: any) => entry.manager),
    ).toContain('karmadactl');
  });
});
