import {
  eventually,
  FleetWorld,
  FleetWorldWorkload,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { KubeObject, Simulator } from '@fairway/simulator';

/** What {@link plainWorld} can do. */
export const plainAbilities = [
  'changeImage',
  'restamp',
  'plantSecret',
  'expireHistory',
  'dropWatches',
  'breakLists',
  'cutOff',
  'oversize',
  'setUnknownValue',
] as const;

/** As much of a Deployment as is changed here. */
interface LiveDeployment extends KubeObject {
  spec: { template: { spec: { containers: Array<{ image: string }> } } };
  status: { conditions?: Array<{ lastUpdateTime?: string }> };
}

type PlainWorld = Pick<FleetWorld, 'place' | 'remove'> &
  Required<Pick<FleetWorld, (typeof plainAbilities)[number]>>;

/** Does to a cluster of the embedded world that nobody federates what the conformance kit asks for. */
export function plainWorld(
  simulator: Simulator,
  options: { cluster: string; namespace: string },
): PlainWorld {
  const { namespace } = options;
  const cluster = simulator.world.plain.find(
    ({ name }) => name === options.cluster,
  )!;
  const { store } = cluster.member;
  const faults = simulator.plainFaults[options.cluster];
  const deployments = store.type('apps/v1', 'Deployment')!;

  /** A copy of what is stored. */
  function copyOf(name: string): LiveDeployment {
    const stored = store.get(deployments, namespace, name);
    return structuredClone(stored) as LiveDeployment;
  }

  function edit(
    { name }: { name: string },
    change: (draft: LiveDeployment) => void,
  ) {
    const draft = copyOf(name);
    change(draft);
    store.update(deployments, draft);
  }

  function begin(...added: Parameters<typeof faults.add>[0][]) {
    const ids = added.map(fault => faults.add(fault));
    return async () => ids.forEach(id => faults.remove(id));
  }

  return {
    async place(name, { labels } = {}): Promise<FleetWorldWorkload> {
      store.create(deployments, deployment(name, namespace, labels));
      // Its pods start: a workload that is still on its way changes by itself.
      simulator.world.pass(10_000);
      return {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace,
        name,
      };
    },
    async remove({ name }) {
      if (store.get(deployments, namespace, name)) {
        store.delete(deployments, namespace, name);
      }
      await eventually(() => !store.get(deployments, namespace, name));
    },
    async changeImage(workload, image) {
      edit(workload, draft => {
        draft.spec.template.spec.containers[0].image = image;
      });
    },
    // Of its status alone: a Deployment counts a change of its annotations as one of its own.
    async restamp({ name }) {
      const live = copyOf(name);
      live.status.conditions?.forEach(condition => {
        condition.lastUpdateTime = new Date().toISOString();
      });
      store.update(deployments, live, { status: true });
    },
    async plantSecret(workload, secret) {
      edit(workload, draft => {
        draft.metadata.annotations = {
          ...draft.metadata.annotations,
          'kubectl.kubernetes.io/last-applied-configuration': secret,
        };
      });
    },
    expireHistory: async () => store.compact(),
    async dropWatches() {
      faults.add({ only: 'open', action: { type: 'watch', what: 'reset' } });
    },
    breakLists: async () =>
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
      cluster.reachable = false;
      return async () => {
        cluster.reachable = true;
      };
    },
    async oversize(workload) {
      edit(workload, draft => {
        draft.metadata.annotations = {
          'example.org/large': 'x'.repeat(3 * 1024 * 1024),
        };
      });
    },
    async setUnknownValue({ name }) {
      const live = copyOf(name);
      store.update(
        deployments,
        {
          ...live,
          status: {
            ...live.status,
            conditions: [{ type: 'Progressing', status: 'Maybe', reason: 7 }],
          },
        },
        { status: true },
      );
    },
  };
}

function deployment(
  name: string,
  namespace: string,
  labels: Record<string, string> = {},
): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image: 'example.org/app:1' }] },
      },
    },
  };
}
