import { resourceType } from './resourceType';

const custom = { served: 'custom' } as const;
const cluster = { served: 'custom', namespaced: false } as const;
const status = { subresources: ['status'] };
const policy = 'policy.karmada.io/v1alpha1';
const work = 'work.karmada.io/v1alpha2';

/** The kinds that Karmada adds (facts: charts/karmada/_crds/bases). Cluster alone comes from the aggregated server. */
export const karmadaTypes = {
  cluster: resourceType('cluster.karmada.io/v1alpha1', 'Cluster', {
    served: 'aggregated',
    namespaced: false,
    subresources: ['proxy', 'status'],
    categories: ['karmada-io'],
  }),
  propagationPolicy: resourceType(policy, 'PropagationPolicy', {
    ...custom,
    ...status,
    shortNames: ['pp'],
    categories: ['karmada-io'],
  }),
  clusterPropagationPolicy: resourceType(policy, 'ClusterPropagationPolicy', {
    ...cluster,
    ...status,
    shortNames: ['cpp'],
    categories: ['karmada-io'],
  }),
  overridePolicy: resourceType(policy, 'OverridePolicy', {
    ...custom,
    shortNames: ['op'],
    categories: ['karmada-io'],
  }),
  clusterOverridePolicy: resourceType(policy, 'ClusterOverridePolicy', {
    ...cluster,
    shortNames: ['cop'],
    categories: ['karmada-io'],
  }),
  federatedResourceQuota: resourceType(policy, 'FederatedResourceQuota', {
    ...custom,
    ...status,
    categories: ['karmada-io'],
  }),
  clusterTaintPolicy: resourceType(policy, 'ClusterTaintPolicy', {
    ...cluster,
    categories: ['karmada-io'],
  }),
  resourceBinding: resourceType(work, 'ResourceBinding', {
    ...custom,
    ...status,
    shortNames: ['rb'],
    categories: ['karmada-io'],
  }),
  clusterResourceBinding: resourceType(work, 'ClusterResourceBinding', {
    ...cluster,
    ...status,
    shortNames: ['crb'],
    categories: ['karmada-io'],
  }),
  work: resourceType('work.karmada.io/v1alpha1', 'Work', {
    ...custom,
    ...status,
    shortNames: ['wk'],
    categories: ['karmada-io'],
  }),
  workloadRebalancer: resourceType(
    'apps.karmada.io/v1alpha1',
    'WorkloadRebalancer',
    { ...cluster, ...status, categories: ['karmada-io'] },
  ),
  resourceInterpreterCustomization: resourceType(
    'config.karmada.io/v1alpha1',
    'ResourceInterpreterCustomization',
    { ...cluster, ...status, shortNames: ['ric'] },
  ),
  federatedHpa: resourceType(
    'autoscaling.karmada.io/v1alpha1',
    'FederatedHPA',
    {
      ...custom,
      ...status,
      shortNames: ['fhpa'],
    },
  ),
  multiClusterService: resourceType(
    'networking.karmada.io/v1alpha1',
    'MultiClusterService',
    { ...custom, ...status, shortNames: ['mcs'] },
  ),
  serviceExport: resourceType(
    'multicluster.x-k8s.io/v1alpha1',
    'ServiceExport',
    { ...custom, ...status, shortNames: ['svcex'] },
  ),
  serviceImport: resourceType(
    'multicluster.x-k8s.io/v1alpha1',
    'ServiceImport',
    { ...custom, ...status, shortNames: ['svcim'] },
  ),
  remedy: resourceType('remedy.karmada.io/v1alpha1', 'Remedy', cluster),
} as const;
