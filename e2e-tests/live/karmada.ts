import {
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';

/** Label value of everything the live tests create, and the id of the service in the catalog. */
export const liveId = 'fairway-live';

/** The namespace of this run; everything in it goes when it ends. */
export function liveNamespace(): string {
  return process.env.FAIRWAY_LIVE_NAMESPACE!;
}

function client(): KubernetesObjectApi {
  const config = new KubeConfig();
  config.loadFromFile(process.env.KARMADA_KUBECONFIG!);
  return KubernetesObjectApi.makeApiClient(config);
}

/** Creates or changes an object by server-side apply. */
export async function apply(object: object): Promise<void> {
  await client().patch(
    object as KubernetesObject,
    undefined,
    undefined,
    'fairway-live-test',
    true,
    PatchStrategy.ServerSideApply,
  );
}

/** Changes an object by merge patch. */
export async function merge(object: object): Promise<void> {
  await client().patch(
    object as KubernetesObject,
    undefined,
    undefined,
    'fairway-live-test',
    undefined,
    PatchStrategy.MergePatch,
  );
}

/** Creates the namespace of this run. */
export async function createNamespace(): Promise<void> {
  await apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: liveNamespace() },
  });
}

/** Deletes the namespace of this run and everything in it. */
export async function deleteNamespace(): Promise<void> {
  await client()
    .delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: liveNamespace() },
    })
    .catch(error => {
      if (error?.code !== 404) {
        throw error;
      }
    });
}

/** Names of the clusters that are ready and synced by push, in order. */
export async function readyClusters(): Promise<string[]> {
  const { items } = await client().list(
    'cluster.karmada.io/v1alpha1',
    'Cluster',
  );
  return (
    items as Array<
      KubernetesObject & {
        spec: { syncMode: string };
        status?: { conditions?: Array<{ type: string; status: string }> };
      }
    >
  )
    .filter(
      ({ spec, status }) =>
        spec.syncMode === 'Push' &&
        status?.conditions?.some(
          c => c.type === 'Ready' && c.status === 'True',
        ),
    )
    .map(({ metadata }) => metadata!.name!)
    .sort();
}

/** A Deployment of the service, with an image that every member is likely to have. */
export function deployment(name: string, tag: string, replicas: number) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: liveNamespace(),
      labels: { 'backstage.io/kubernetes-id': liveId },
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [{ name: 'app', image: `registry.k8s.io/pause:${tag}` }],
        },
      },
    },
  };
}

/** A policy that divides a Deployment evenly over clusters. */
export function policy(name: string, clusters: string[], spec: object = {}) {
  return {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: { name, namespace: liveNamespace() },
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment', name }],
      placement: {
        clusterAffinity: { clusterNames: clusters },
        replicaScheduling: {
          replicaSchedulingType: 'Divided',
          replicaDivisionPreference: 'Weighted',
          weightPreference: {
            staticWeightList: clusters.map(cluster => ({
              targetCluster: { clusterNames: [cluster] },
              weight: 1,
            })),
          },
        },
      },
      ...spec,
    },
  };
}
