import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObject,
  Watch,
} from '@kubernetes/client-node';
import { ADMIN, TestServer, testServer } from './__tests__/testServer';

describe('an API server asked by @kubernetes/client-node', () => {
  let server: TestServer;
  let config: KubeConfig;

  beforeEach(async () => {
    server = await testServer();
    config = new KubeConfig();
    config.loadFromString(server.kubeconfig(ADMIN));
    server.add('v1', 'Namespace', 'demo');
  });

  afterEach(async () => {
    await server.close();
  });

  it('serves what its kubeconfig points to', async () => {
    const namespaces = await config.makeApiClient(CoreV1Api).listNamespace();

    expect(namespaces.items.map(item => item.metadata?.name)).toEqual(['demo']);
  });

  it('creates, reads, patches, replaces and deletes', async () => {
    const apps = config.makeApiClient(AppsV1Api);
    const body = {
      metadata: { name: 'canary' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'canary' } },
        template: {},
      },
    };
    const created = await apps.createNamespacedDeployment({
      namespace: 'demo',
      body: { apiVersion: 'apps/v1', kind: 'Deployment', ...body },
    });
    const at = { namespace: 'demo', name: 'canary' };
    const patched = await apps.patchNamespacedDeployment({
      ...at,
      body: [{ op: 'replace', path: '/spec/replicas', value: 5 }],
    });
    await apps.deleteNamespacedDeployment(at);

    expect(created.metadata?.generation).toBe(1);
    expect(patched.spec?.replicas).toBe(5);
    expect(patched.metadata?.generation).toBe(2);
    await expect(apps.readNamespacedDeployment(at)).rejects.toMatchObject({
      code: 404,
    });
  });

  it('streams changes after a list', async () => {
    const path = '/apis/work.karmada.io/v1alpha2/resourcebindings';
    const list = await server.ask(path);
    const seen: string[] = [];
    const request = await new Promise<{ abort(): void }>(resolve => {
      const started = new Watch(config).watch(
        path,
        {
          resourceVersion: list.body.metadata.resourceVersion,
          allowWatchBookmarks: true,
        },
        (type, object: KubernetesObject) => {
          seen.push(`${type} ${object.metadata?.name}`);
          if (seen.length === 2) {
            started.then(resolve);
          }
        },
        () => undefined,
      );
      server.add(
        'work.karmada.io/v1alpha2',
        'ResourceBinding',
        'demo/one-deployment',
        'demo/two-deployment',
      );
    });
    request.abort();

    expect(seen).toEqual(['ADDED one-deployment', 'ADDED two-deployment']);
  });
});
