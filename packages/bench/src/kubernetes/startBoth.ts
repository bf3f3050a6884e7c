import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { AddressInfo } from 'node:net';
import { clusterName, createBenchSource } from '../world/BenchSource';
import { startFakeClusters } from './startFakeClusters';

const ID = 'bench';
const ENTITY = `component:default/${ID}`;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: ID,
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': ID },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'user:default/mock',
  },
};

async function ask(url: string, init: RequestInit) {
  const started = performance.now();
  const response = await fetch(url, init);
  const body = await response.text();
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: ${body.slice(0, 300)}`,
    );
  }
  return { ms: performance.now() - started, bytes: body.length, body };
}

/** One back end with the stock Kubernetes plugin and ours, for the same service on the same clusters. */
export async function startBoth(options: { clusters: number; hung?: number }) {
  const { clusters, hung } = options;
  const fake = await startFakeClusters({ hung });
  const source = createBenchSource({
    clusters,
    workloads: 2,
    kubernetesId: ID,
    hung: hung === undefined ? undefined : clusterName(hung),
  });
  const backend = await startTestBackend({
    features: [
      import('@backstage/plugin-kubernetes-backend'),
      import('@fairway/backstage-plugin-multicluster-backend'),
      createBackendModule({
        pluginId: 'multicluster',
        moduleId: 'bench',
        register: reg =>
          reg.registerInit({
            deps: { sources: multiclusterSourcesExtensionPoint },
            init: async ({ sources }) => sources.addSource(source),
          }),
      }),
      catalogServiceMock.factory({ entities: [entity] }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: Array.from({ length: clusters }, (_, n) => ({
                  name: clusterName(n),
                  url: fake.url(n),
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'not-a-real-token',
                  skipMetricsLookup: true,
                })),
              },
            ],
          },
        },
      }),
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const api = `http://127.0.0.1:${port}/api`;
  const headers = {
    authorization: mockCredentials.user.header(),
    'content-type': 'application/json',
  };
  return {
    theirs: (signal?: AbortSignal) =>
      ask(`${api}/kubernetes/resources/workloads/query`, {
        method: 'POST',
        headers,
        signal,
        body: JSON.stringify({ entityRef: ENTITY, auth: {} }),
      }),
    ours: () =>
      ask(`${api}/multicluster/v1/entities/default/component/${ID}/topology`, {
        headers,
      }),
    async stop() {
      await backend.stop();
      await fake.stop();
    },
  };
}
