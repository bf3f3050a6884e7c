const ENTITY = 'shop';
const deployment = { namespace: 'demo', name: ENTITY };

const namespace = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'demo' },
};
const workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    ...deployment,
    labels: { 'backstage.io/kubernetes-id': ENTITY },
  },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: ENTITY } },
    template: {
      metadata: { labels: { app: ENTITY } },
      spec: { containers: [{ name: 'app', image: 'example.org/shop:1' }] },
    },
  },
};
const policy = {
  apiVersion: 'policy.karmada.io/v1alpha1',
  kind: 'PropagationPolicy',
  metadata: deployment,
  spec: {
    resourceSelectors: [
      { apiVersion: 'apps/v1', kind: 'Deployment', name: ENTITY },
    ],
    placement: {
      clusterAffinity: { clusterNames: ['member1', 'member2'] },
    },
  },
};

/** A service on two clusters, and the entity that it belongs to. */
export const replicaWorld = {
  deployment,
  image: (version: number | string) => `example.org/shop:${version}`,
  namespace,
  /** It starts in version 1. */
  workload,
  policy,
  /** What to apply to the control plane. */
  objects: [namespace, workload, policy],
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: ENTITY,
      namespace: 'default',
      annotations: { 'backstage.io/kubernetes-id': ENTITY },
    },
    spec: { type: 'service', owner: 'group:default/team-shop' },
  },
};
