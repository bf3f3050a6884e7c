import { ConfigReader } from '@backstage/config';
import { FleetWorld } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import {
  KubernetesTransport,
  readKubernetesCredentials,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { InMemoryObjectStore, Simulator } from '@fairway/simulator';
import { apiWorld } from './apiWorld';

/** The credential that the source reads with; faults strike it alone, so that the world can still be worked on. */
const READER = 'system:serviceaccount:fairway-system:reader';

type Fault = Parameters<Simulator['faults']['add']>[0];

/** The embedded world, with everything that the conformance kit can ask for. */
export function simulatorWorld(simulator: Simulator): Required<FleetWorld> {
  const { faults, world } = simulator;
  const store = world.karmada.store as InMemoryObjectStore;
  const admin = KubernetesTransport.create({
    credentials: readKubernetesCredentials(
      new ConfigReader({
        kubeconfig: {
          file: simulator.kubeconfigPath,
          context: 'karmada-admin',
        },
      }),
      { configKey: 'test' },
    ),
  });

  async function begin(...added: Fault[]) {
    const ids = added.map(fault =>
      faults.add({ server: 'karmada', user: READER, ...fault }),
    );
    return async () => ids.forEach(id => faults.remove(id));
  }

  async function breakOpenWatches() {
    faults.add({
      server: 'karmada',
      only: 'open',
      action: { type: 'watch', what: 'reset' },
    });
  }

  return {
    ...apiWorld(admin, { namespace: 'demo', clusters: ['member1', 'member2'] }),
    expireHistory: async () => store.compact(),
    dropWatches: breakOpenWatches,
    // A list may be pages, or a watch that sends them as events: both break on their way.
    breakLists: () =>
      begin(
        {
          verb: 'list',
          action: { type: 'status', code: 500, reason: 'InternalError' },
        },
        {
          verb: 'watch',
          action: { type: 'watch', what: 'internal', afterEvents: 1 },
        },
      ),
    async cutOff() {
      const restore = await begin({ action: { type: 'reset' } });
      await breakOpenWatches();
      return restore;
    },
    forbidKind: () =>
      begin(
        ...['list', 'watch'].map(verb => ({
          verb,
          resource: 'deployments',
          action: {
            type: 'status' as const,
            code: 403,
            reason: 'Forbidden',
            message: 'deployments.apps is forbidden',
          },
        })),
      ),
    async oversize({ name, namespace }) {
      const type = store.type('apps/v1', 'Deployment')!;
      world.change(type, { name, namespace }, draft => {
        draft.metadata.annotations = {
          ...draft.metadata.annotations,
          'example.org/large': 'x'.repeat(3 * 1024 * 1024),
        };
      });
    },
    async setUnknownValue({ name, namespace }) {
      const type = store.type('work.karmada.io/v1alpha2', 'ResourceBinding')!;
      const live = store.get(type, namespace, `${name}-deployment`)!;
      store.update(
        type,
        {
          ...live,
          status: {
            ...(live.status as object),
            aggregatedStatus: [
              { clusterName: 'member1', applied: true, health: 'Splendid' },
            ],
          },
        },
        { status: true },
      );
    },
  };
}
