import { resourceType } from './resourceType';

const status = ['status'];
const custom = { served: 'custom' as const };
const customCluster = { ...custom, namespaced: false };
const policy = 'policy.karmada.io/v1alpha1';

/** Kinds of Karmada 1.18 that the control plane serves. */
export const karmadaTypes = {
  Cluster: resourceType('cluster.karmada.io/v1alpha1 clusters Cluster', {
    served: 'aggregated',
    namespaced: false,
    subresources: ['status', 'proxy'],
  }),
  PropagationPolicy: resourceType(
    `${policy} propagationpolicies PropagationPolicy`,
    { ...custom, subresources: status, shortNames: ['pp'] },
  ),
  ClusterPropagationPolicy: resourceType(
    `${policy} clusterpropagationpolicies ClusterPropagationPolicy`,
    { ...customCluster, subresources: status, shortNames: ['cpp'] },
  ),
  OverridePolicy: resourceType(`${policy} overridepolicies OverridePolicy`, {
    ...custom,
    shortNames: ['op'],
  }),
  ClusterOverridePolicy: resourceType(
    `${policy} clusteroverridepolicies ClusterOverridePolicy`,
    { ...customCluster, shortNames: ['cop'] },
  ),
  FederatedResourceQuota: resourceType(
    `${policy} federatedresourcequotas FederatedResourceQuota`,
    { ...custom, subresources: status, shortNames: ['frq'] },
  ),
  ClusterTaintPolicy: resourceType(
    `${policy} clustertaintpolicies ClusterTaintPolicy`,
    customCluster,
  ),
  ResourceBinding: resourceType(
    'work.karmada.io/v1alpha2 resourcebindings ResourceBinding',
    { ...custom, subresources: status, shortNames: ['rb'] },
  ),
  ClusterResourceBinding: resourceType(
    'work.karmada.io/v1alpha2 clusterresourcebindings ClusterResourceBinding',
    { ...customCluster, subresources: status, shortNames: ['crb'] },
  ),
  Work: resourceType('work.karmada.io/v1alpha1 works Work', {
    ...custom,
    subresources: status,
    shortNames: ['wk'],
  }),
  WorkloadRebalancer: resourceType(
    'apps.karmada.io/v1alpha1 workloadrebalancers WorkloadRebalancer',
    { ...customCluster, subresources: status },
  ),
};
