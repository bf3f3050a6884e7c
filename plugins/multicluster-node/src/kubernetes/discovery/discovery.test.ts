import { loadYaml } from '@kubernetes/client-node';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { sendJson, sendStatus } from '../__testUtils__/sendJson';
import { testTransport } from '../__testUtils__/testTransport';
import { KubernetesTransport } from '../transport';
import { discoverApi } from './discoverApi';
import { missingRbacYaml } from './missingRbacYaml';
import { reviewAccess } from './reviewAccess';

const apps = {
  metadata: { name: 'apps' },
  versions: [
    {
      version: 'v1',
      freshness: 'Current',
      resources: [
        {
          resource: 'deployments',
          responseKind: { group: '', version: '', kind: 'Deployment' },
          scope: 'Namespaced',
          verbs: ['get', 'list', 'watch'],
          subresources: [{ subresource: 'status' }],
        },
      ],
    },
  ],
};

jest.setTimeout(30_000);

describe('discovery', () => {
  let server: ScriptedServer;
  let transport: KubernetesTransport;

  beforeEach(async () => {
    server = await ScriptedServer.start(() => {});
    transport = testTransport(server);
  });

  afterEach(async () => {
    transport.close();
    await server.stop();
  });

  const deployments = {
    group: 'apps',
    version: 'v1',
    resource: 'deployments',
    kind: 'Deployment',
    namespaced: true,
    verbs: ['get', 'list', 'watch'],
    subresources: ['status'],
  };

  it('reads aggregated discovery, and which groups are stale', async () => {
    const paths: Record<string, unknown> = {
      '/api': { kind: 'APIGroupDiscoveryList', items: [] },
      '/apis': {
        kind: 'APIGroupDiscoveryList',
        items: [
          apps,
          {
            metadata: { name: 'cluster.karmada.io' },
            versions: [{ version: 'v1alpha1', freshness: 'Stale' }],
          },
        ],
      },
      '/version': { gitVersion: 'v1.36.2' },
    };
    server.use(({ path }, response) => sendJson(response, paths[path]));
    const catalog = await discoverApi(transport);
    expect(catalog.gitVersion).toBe('v1.36.2');
    expect(catalog.resources).toEqual([deployments]);
    expect(catalog.findKind({ group: 'apps', kind: 'Deployment' })).toEqual(
      deployments,
    );
    expect(
      catalog.findKind({ group: 'apps', version: 'v2', kind: 'Deployment' }),
    ).toBeUndefined();
    expect(catalog.isStale('cluster.karmada.io')).toBe(true);
    expect(catalog.isStale('apps')).toBe(false);
    // Nobody knows what a server that does not answer serves.
    expect(catalog.servesGroup('cluster.karmada.io')).toBe(true);
    expect(catalog.servesGroup('work.karmada.io')).toBe(false);
    expect(server.requests).toHaveLength(3);
  });

  it('falls back to discovery group by group, asks only for what is of interest, and marks what does not answer', async () => {
    const paths: Record<string, unknown> = {
      '/api': { kind: 'APIVersions', versions: ['v1'] },
      '/apis': {
        kind: 'APIGroupList',
        groups: [
          {
            name: 'apps',
            versions: [{ version: 'v1beta1' }, { version: 'v1' }],
            preferredVersion: { version: 'v1' },
          },
          { name: 'broken.io', versions: [{ version: 'v1' }] },
          { name: 'other.io', versions: [{ version: 'v1' }] },
        ],
      },
      '/apis/apps/v1': {
        resources: [
          {
            name: 'deployments',
            kind: 'Deployment',
            namespaced: true,
            verbs: ['get', 'list', 'watch'],
          },
          { name: 'deployments/status', kind: 'Deployment', verbs: [] },
        ],
      },
      '/apis/apps/v1beta1': {
        resources: [{ name: 'deployments', kind: 'Deployment' }],
      },
      '/version': { gitVersion: 'v1.20.0' },
    };
    server.use(({ path }, response) =>
      paths[path]
        ? sendJson(response, paths[path])
        : sendStatus(response, 503, {}),
    );
    const catalog = await discoverApi(transport, {
      groups: ['apps', 'broken.io'],
    });
    expect(catalog.findKind({ group: 'apps', kind: 'Deployment' })).toEqual(
      deployments,
    );
    expect(catalog.stale).toEqual(['broken.io/v1']);
    expect(server.requests.map(({ path }) => path)).not.toContain(
      '/apis/other.io/v1',
    );
  });

  it('does without a version that is hidden', async () => {
    server.use(({ path }, response) =>
      path === '/version'
        ? sendStatus(response, 403)
        : sendJson(response, { kind: 'APIGroupDiscoveryList', items: [apps] }),
    );
    const catalog = await discoverApi(transport);
    expect(catalog.gitVersion).toBeUndefined();
  });

  it('says why the server as a whole cannot be asked', async () => {
    server.use((_request, response) => sendStatus(response, 401));
    await expect(discoverApi(transport)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('asks the server itself which rights are lacking', async () => {
    server.use(({ body }, response) => {
      const { verb, resource } = JSON.parse(body).spec.resourceAttributes;
      sendJson(
        response,
        { status: { allowed: verb === 'list' || resource === 'nodes' } },
        201,
      );
    });
    const missing = await reviewAccess(transport, [
      { group: 'apps', resource: 'deployments', verbs: ['list', 'watch'] },
      { group: '', resource: 'nodes', verbs: ['get'] },
      { group: '', resource: 'pods/log', verbs: ['get'], namespace: 'demo' },
    ]);
    expect(missing).toEqual([
      { group: 'apps', resource: 'deployments', verbs: ['watch'] },
      { group: '', resource: 'pods/log', verbs: ['get'], namespace: 'demo' },
    ]);
    const asked = server.requests.map(
      ({ body }) => JSON.parse(body).spec.resourceAttributes,
    );
    expect(asked).toContainEqual({
      group: '',
      resource: 'pods',
      subresource: 'log',
      verb: 'get',
      namespace: 'demo',
    });
  });
});

describe('missingRbacYaml', () => {
  it('is a manifest that can be applied', () => {
    const yaml = missingRbacYaml(
      [
        { group: 'apps', resource: 'deployments', verbs: ['list', 'watch'] },
        { group: 'apps', resource: 'daemonsets', verbs: ['list', 'watch'] },
        {
          group: 'cluster.karmada.io',
          resource: 'clusters/proxy',
          verbs: ['get'],
          name: 'member1',
        },
        { group: '', resource: 'pods', verbs: ['get'], namespace: 'demo' },
      ],
      'fairway-read',
    );
    const [cluster, namespaced] = (yaml ?? '')
      .split('---\n')
      .map(part => loadYaml(part));
    expect(cluster).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'fairway-read' },
      rules: [
        {
          apiGroups: ['apps'],
          resources: ['deployments', 'daemonsets'],
          verbs: ['list', 'watch'],
        },
        {
          apiGroups: ['cluster.karmada.io'],
          resources: ['clusters/proxy'],
          resourceNames: ['member1'],
          verbs: ['get'],
        },
      ],
    });
    expect(namespaced).toMatchObject({
      kind: 'Role',
      metadata: { name: 'fairway-read', namespace: 'demo' },
    });
  });

  it('is nothing when nothing is missing', () => {
    expect(missingRbacYaml([], 'x')).toBeUndefined();
  });
});
