import {
  eventually,
  FleetWorld,
  FleetWorldWorkload,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import {
  KubernetesError,
  KubernetesRequest,
  KubernetesTransport,
  resourcePath,
  ResourceCoordinates,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

const deployments = { group: 'apps', version: 'v1', resource: 'deployments' };
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

/** Abilities that need nothing but the API. */
export const apiAbilities = [
  'place',
  'addUnplaced',
  'changeImage',
  'restamp',
  'remove',
  'plantSecret',
] as const;

/**
 * Does to a control plane, through its API, what the conformance kit asks for: to the embedded one and to a real one
 * alike.
 *
 * @param transport - signed in as an administrator
 * @param options - `clusters`: where workloads are placed
 */
export function apiWorld(
  transport: KubernetesTransport,
  options: { namespace: string; clusters: string[] },
): Pick<FleetWorld, 'place' | 'remove'> &
  Required<Pick<FleetWorld, (typeof apiAbilities)[number]>> {
  const { namespace, clusters } = options;

  async function create(coordinates: ResourceCoordinates, body: unknown) {
    const path = resourcePath(coordinates, { namespace });
    await transport.json({ method: 'POST', path, body });
  }

  async function patch(
    coordinates: ResourceCoordinates,
    name: string,
    body: unknown,
    subresource?: string[],
  ) {
    await transport.json({
      method: 'PATCH',
      path: resourcePath(coordinates, { namespace, name, subresource }),
      body,
      contentType: 'application/merge-patch+json',
    });
  }

  async function isGone(request: KubernetesRequest): Promise<boolean> {
    try {
      await transport.json(request);
      return false;
    } catch (error) {
      if (error instanceof KubernetesError && error.status === 404) {
        return true;
      }
      throw error;
    }
  }

  /** Deletes, and waits for the finalizers: the same name is taken until then. */
  async function remove(coordinates: ResourceCoordinates, name: string) {
    const path = resourcePath(coordinates, { namespace, name });
    if (!(await isGone({ method: 'DELETE', path }))) {
      await eventually(() => isGone({ path }));
    }
  }

  async function addUnplaced(
    name: string,
    labels: Record<string, string> = {},
  ): Promise<FleetWorldWorkload> {
    await create(deployments, deployment(name, labels));
    return {
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace,
      name,
    };
  }

  return {
    addUnplaced: name => addUnplaced(name),
    async place(name, { labels } = {}) {
      await create(policies, {
        apiVersion: 'policy.karmada.io/v1alpha1',
        kind: 'PropagationPolicy',
        metadata: { name },
        spec: {
          resourceSelectors: [
            { apiVersion: 'apps/v1', kind: 'Deployment', name },
          ],
          placement: { clusterAffinity: { clusterNames: clusters } },
        },
      });
      return await addUnplaced(name, labels);
    },
    changeImage: ({ name }, image) =>
      patch(deployments, name, {
        spec: { template: { spec: { containers: [{ name: 'app', image }] } } },
      }),
    async restamp({ name }) {
      const lastScheduledTime = new Date().toISOString().replace(/\.\d+/, '');
      const body = { status: { lastScheduledTime } };
      await patch(bindings, `${name}-deployment`, body, ['status']);
    },
    plantSecret: ({ name }, secret) =>
      patch(deployments, name, {
        metadata: {
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': secret,
          },
        },
      }),
    async remove({ name }) {
      await remove(deployments, name);
      await remove(policies, name);
    },
  };
}

function deployment(name: string, labels: Record<string, string>) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image: 'example.org/app:1' }] },
      },
    },
  };
}
