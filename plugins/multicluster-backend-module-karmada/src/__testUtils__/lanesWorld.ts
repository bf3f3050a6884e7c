import {
  ImpersonatedUser,
  KubernetesError,
  KubernetesTransport,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import {
  eventually,
  LanesWorld,
  LanesWorldLane,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { proxyPath } from '../detail/proxyPath';
import { projectBinding } from '../project/projectBinding';
import { projectPolicy } from '../project/projectPolicy';
import { apiWorld } from './apiWorld';

const deployments = { group: 'apps', version: 'v1', resource: 'deployments' };
const secrets = { group: '', version: 'v1', resource: 'secrets' };
const policies = {
  group: 'policy.karmada.io',
  version: 'v1alpha1',
  resource: 'propagationpolicies',
};
const bindings = {
  group: 'work.karmada.io',
  version: 'v1alpha2',
  resource: 'resourcebindings',
};

/** What {@link lanesWorld} can do on any Karmada. */
export const lanesAbilities = [
  'scale',
  'addSecret',
  'touchPolicy',
  'manageElsewhere',
  'deletePolicy',
] as const;

interface Listed {
  items: Array<{ metadata: { name: string } }>;
}

/**
 * Does to a control plane, through its API, what the conformance kit of lanes asks for: to the embedded one and to a real one
 * alike.
 *
 * @param transport - signed in as an administrator
 * @param options - `members`: who may go through to the members
 */
export function lanesWorld(
  transport: KubernetesTransport,
  options: {
    namespace: string;
    clusters: string[];
    patienceMs: number;
    members: { transport: KubernetesTransport; as?: ImpersonatedUser };
  },
): LanesWorld & Required<Pick<LanesWorld, (typeof lanesAbilities)[number]>> {
  const { namespace, clusters, patienceMs, members } = options;
  const world = apiWorld(transport, { namespace, clusters });
  const pathOf = (
    coordinates: Parameters<typeof resourcePath>[0],
    name?: string,
  ) => resourcePath(coordinates, { namespace, name });

  async function patch(path: string, body: unknown, query = {}) {
    const apply = Object.keys(query).length > 0;
    await transport.json({
      method: 'PATCH',
      path,
      body,
      query,
      contentType: apply
        ? 'application/apply-patch+yaml'
        : 'application/merge-patch+json',
    });
  }

  async function runsOn(
    { name }: LanesWorldLane,
    cluster: string,
  ): Promise<string[]> {
    try {
      const found = await members.transport.json<{
        spec: {
          template: { spec: { containers: Array<{ image: string }> } };
        };
      }>({
        path: proxyPath(cluster, pathOf(deployments, name)),
        as: members.as,
      });
      return found.spec.template.spec.containers.map(({ image }) => image);
    } catch (error) {
      if (error instanceof KubernetesError && error.status === 404) {
        return [];
      }
      throw error;
    }
  }

  const workload = (name: string) => ({
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    namespace,
    name,
  });

  return {
    runsOn,
    async place(name) {
      await world.place(name);
      const lane = { name, clusters };
      for (const cluster of clusters) {
        await eventually(async () => (await runsOn(lane, cluster)).length > 0, {
          timeoutMs: patienceMs,
          message: `${name} runs on ${cluster}`,
        });
      }
      return lane;
    },
    async facts({ name }) {
      const { items } = await transport.json<Listed>({
        path: pathOf(bindings),
      });
      const mine = items.filter(({ metadata }) =>
        metadata.name.startsWith(`${name}-`),
      );
      const policy = await transport
        .json({ path: pathOf(policies, name) })
        .catch(() => ({ metadata: { name, namespace } }));
      return {
        policy: projectPolicy(policy, 'PropagationPolicy')!,
        placements: mine.flatMap(raw => projectBinding(raw) ?? []),
      };
    },
    changeImage: ({ name }, image) => world.changeImage(workload(name), image),
    scale: ({ name }, replicas) =>
      patch(pathOf(deployments, name), { spec: { replicas } }),
    async addSecret({ name }, value) {
      const data = { word: Buffer.from(value).toString('base64') };
      const path = pathOf(secrets, `${name}-secret`);
      const metadata = { name: `${name}-secret`, namespace };
      const body = { apiVersion: 'v1', kind: 'Secret', metadata, data };
      await patch(path, body, { fieldManager: 'test', force: true });
      await patch(pathOf(policies, name), {
        spec: {
          resourceSelectors: [
            { apiVersion: 'apps/v1', kind: 'Deployment', name, namespace },
            {
              apiVersion: 'v1',
              kind: 'Secret',
              name: metadata.name,
              namespace,
            },
          ],
        },
      });
    },
    touchPolicy: ({ name }) =>
      patch(pathOf(policies, name), {
        metadata: { annotations: { 'example.org/touched': 'yes' } },
      }),
    async manageElsewhere({ name }) {
      const manager = 'some-gitops';
      await patch(
        pathOf(policies, name),
        {
          apiVersion: 'policy.karmada.io/v1alpha1',
          kind: 'PropagationPolicy',
          metadata: { name, namespace },
          spec: { suspension: { dispatching: false } },
        },
        { fieldManager: manager },
      );
      return manager;
    },
    async deletePolicy({ name }) {
      const path = pathOf(policies, name);
      await transport.json({ method: 'DELETE', path });
      await eventually(
        () =>
          transport.json({ path }).then(
            () => false,
            () => true,
          ),
        { timeoutMs: patienceMs, message: 'the policy is gone' },
      );
    },
    async remove({ name }) {
      await transport
        .json({ method: 'DELETE', path: pathOf(secrets, `${name}-secret`) })
        .catch(() => undefined);
      await world.remove(workload(name));
    },
  };
}
