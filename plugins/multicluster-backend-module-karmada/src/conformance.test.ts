import { ConfigReader } from '@backstage/config';
import {
  KubernetesTransport,
  readKubernetesCredentials,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { describeFleetSource } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { startSimulator } from '@fairway/simulator';
import { apiAbilities, apiWorld } from './__testUtils__/apiWorld';
import { createSource } from './__testUtils__/createSource';
import { simulatorWorld } from './__testUtils__/simulatorWorld';

const framework = { describe, it, beforeAll, afterAll };

describeFleetSource('Karmada, embedded', framework, {
  abilities: [
    ...apiAbilities,
    'expireHistory',
    'dropWatches',
    'breakLists',
    'cutOff',
    'forbidKind',
    'oversize',
    'setUnknownValue',
  ],
  async createHarness() {
    const simulator = await startSimulator({ world: 'empty' });
    const file = simulator.kubeconfigPath;
    simulator.world.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'demo' },
    });
    return {
      createSource: async () => createSource({ kubeconfig: { file } }),
      world: simulatorWorld(simulator),
      close: () => simulator.close(),
    };
  },
});

const file = process.env.KARMADA_KUBECONFIG;
if (file) {
  const namespace = `fairway-conformance-${Date.now().toString(36)}`;

  describeFleetSource(`Karmada, at ${file}`, framework, {
    abilities: apiAbilities,
    async createHarness() {
      const transport = KubernetesTransport.create({
        credentials: readKubernetesCredentials(
          new ConfigReader({ kubeconfig: { file } }),
          { configKey: 'KARMADA_KUBECONFIG' },
        ),
      });
      const path = '/api/v1/namespaces';
      const body = { metadata: { name: namespace } };
      await transport.json({ method: 'POST', path, body });
      const clusters = await transport.json<{
        items: Array<{ metadata: { name: string } }>;
      }>({ path: '/apis/cluster.karmada.io/v1alpha1/clusters' });
      const names = clusters.items.map(({ metadata }) => metadata.name);
      return {
        createSource: async () => createSource({ kubeconfig: { file } }),
        world: apiWorld(transport, { namespace, clusters: names }),
        patienceMs: 40_000,
        close: async () => {
          await transport.json({
            method: 'DELETE',
            path: `${path}/${namespace}`,
          });
        },
      };
    },
  });
}
