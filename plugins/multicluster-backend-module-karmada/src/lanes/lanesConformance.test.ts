import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  apiPath,
  KubernetesTransport,
  readKubernetesCredentials,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { describeLanesSource } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Simulator, startSimulator } from '@fairway/simulator';
import { createSource } from '../__testUtils__/createSource';
import { lanesWorld } from '../__testUtils__/lanesWorld';

const framework = { describe, it, beforeAll, afterAll };
const clusters = ['member1', 'member2'];

function connect(kubeconfig: JsonObject): KubernetesTransport {
  return KubernetesTransport.create({
    credentials: readKubernetesCredentials(new ConfigReader({ kubeconfig }), {
      configKey: 'test',
    }),
  });
}

/** Strikes every credential of the source, and leaves the administrator alone. */
const OURS = [
  ...['reader', 'works', 'logs', 'act'].map(
    name => `system:serviceaccount:fairway-system:${name}`,
  ),
  'paul',
];

function faultsOf({ faults }: Simulator) {
  const begin = (added: Parameters<Simulator['faults']['add']>[0][]) => {
    const ids = added.map(fault => faults.add({ server: 'karmada', ...fault }));
    return async () => ids.forEach(id => faults.remove(id));
  };
  return {
    loseAnswers: async () =>
      begin([
        {
          verb: 'patch',
          resource: 'propagationpolicies',
          action: { type: 'truncate' as const, bytes: 1 },
        },
      ]),
    cutOff: async () =>
      begin(OURS.map(user => ({ user, action: { type: 'reset' as const } }))),
  };
}

describeLanesSource('Lanes of Karmada, embedded', framework, {
  cannot: {},
  async createHarness() {
    const simulator = await startSimulator({ world: 'empty' });
    const file = simulator.kubeconfigPath;
    const credential = (context: string) => ({ kubeconfig: { file, context } });
    simulator.world.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'demo' },
    });
    const patienceMs = 20_000;
    return {
      createSource: async () =>
        createSource({
          ...credential('karmada'),
          credentials: {
            works: credential('karmada-works'),
            logs: credential('karmada-logs'),
            act: credential('karmada-act'),
          },
          identity: { user: '{name}', groups: '{name}' },
        }),
      world: {
        ...lanesWorld(connect({ file, context: 'karmada-admin' }), {
          namespace: 'demo',
          clusters,
          patienceMs,
          members: {
            transport: connect({ file, context: 'karmada-logs' }),
            as: { user: 'paul', groups: ['platform'] },
          },
        }),
        ...faultsOf(simulator),
        // The mapping tells people of this namespace from nobody else's.
        unmapped: () => ({
          userEntityRef: 'user:elsewhere/paul',
          ownershipEntityRefs: [],
        }),
      },
      approver: {
        userEntityRef: 'user:default/paul',
        ownershipEntityRefs: ['group:default/platform'],
      },
      patienceMs,
      close: () => simulator.close(),
    };
  },
});

const file = process.env.KARMADA_KUBECONFIG;
if (file) {
  const namespace = `fairway-lanes-${Date.now().toString(36)}`;
  const roles = apiPath('apis', 'rbac.authorization.k8s.io', 'v1');

  describeLanesSource(`Lanes of Karmada, at ${file}`, framework, {
    timeoutMs: 180_000,
    cannot: {
      loseAnswers: 'the connection to a real control plane is not ours to cut',
      cutOff: 'the connection to a real control plane is not ours to cut',
      unmapped: 'it is written as the credential itself',
    },
    async createHarness() {
      const transport = connect({ file });
      const send = (method: 'POST' | 'DELETE', path: string, body?: object) =>
        transport.json({ method, path, body });
      await send('POST', '/api/v1/namespaces', {
        metadata: { name: namespace },
      });
      const grant = await proxyGrant(transport, namespace);
      await send('POST', `${roles}/clusterroles`, grant.role);
      await send('POST', `${roles}/clusterrolebindings`, grant.binding);
      const patienceMs = 60_000;
      return {
        createSource: async () =>
          createSource({
            kubeconfig: { file },
            credentials: Object.fromEntries(
              ['works', 'logs', 'act'].map(name => [
                name,
                { kubeconfig: { file } },
              ]),
            ),
            identity: { mode: 'service' },
          }),
        world: lanesWorld(transport, {
          namespace,
          clusters,
          patienceMs,
          members: { transport },
        }),
        approver: {
          userEntityRef: 'user:default/live',
          ownershipEntityRefs: [],
        },
        patienceMs,
        quietMs: 3000,
        close: async () => {
          await send('DELETE', `${roles}/clusterrolebindings/${namespace}`);
          await send('DELETE', `${roles}/clusterroles/${namespace}`);
          await send('DELETE', `/api/v1/namespaces/${namespace}`);
        },
      };
    },
  });
}

/** The way through to the members, for whoever runs this: an administrator has none by that alone. */
async function proxyGrant(transport: KubernetesTransport, name: string) {
  const review = await transport.json<{
    status: { userInfo: { username: string; groups?: string[] } };
  }>({
    method: 'POST',
    path: apiPath('apis', 'authentication.k8s.io', 'v1', 'selfsubjectreviews'),
    body: {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'SelfSubjectReview',
    },
  });
  const { username, groups = [] } = review.status.userInfo;
  const apiGroup = 'rbac.authorization.k8s.io';
  return {
    role: {
      metadata: { name },
      rules: [
        {
          apiGroups: ['cluster.karmada.io'],
          resources: ['clusters/proxy'],
          verbs: ['*'],
        },
      ],
    },
    binding: {
      metadata: { name },
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects: [
        { apiGroup, kind: 'User', name: username },
        ...groups
          .filter(group => group !== 'system:authenticated')
          .map(group => ({ apiGroup, kind: 'Group', name: group })),
      ],
    },
  };
}
