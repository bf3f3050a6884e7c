import { resourceType } from './resourceType';

const cluster = { namespaced: false };
const status = { subresources: ['status'] };
const scaled = { subresources: ['scale', 'status'], categories: ['all'] };
const rbac = 'rbac.authorization.k8s.io/v1';

/** The built-in kinds that Karmada's API server, or a member cluster, serves here. */
export const kubernetesTypes = {
  namespace: resourceType('v1', 'Namespace', {
    ...cluster,
    ...status,
    shortNames: ['ns'],
  }),
  node: resourceType('v1', 'Node', {
    ...cluster,
    ...status,
    shortNames: ['no'],
  }),
  pod: resourceType('v1', 'Pod', {
    subresources: ['log', 'status'],
    shortNames: ['po'],
    categories: ['all'],
  }),
  service: resourceType('v1', 'Service', {
    ...status,
    shortNames: ['svc'],
    categories: ['all'],
  }),
  configMap: resourceType('v1', 'ConfigMap', { shortNames: ['cm'] }),
  secret: resourceType('v1', 'Secret'),
  serviceAccount: resourceType('v1', 'ServiceAccount', { shortNames: ['sa'] }),
  event: resourceType('v1', 'Event', { shortNames: ['ev'] }),
  deployment: resourceType('apps/v1', 'Deployment', {
    ...scaled,
    shortNames: ['deploy'],
  }),
  replicaSet: resourceType('apps/v1', 'ReplicaSet', {
    ...scaled,
    shortNames: ['rs'],
  }),
  statefulSet: resourceType('apps/v1', 'StatefulSet', {
    ...scaled,
    shortNames: ['sts'],
  }),
  daemonSet: resourceType('apps/v1', 'DaemonSet', {
    ...status,
    shortNames: ['ds'],
    categories: ['all'],
  }),
  job: resourceType('batch/v1', 'Job', { ...status, categories: ['all'] }),
  cronJob: resourceType('batch/v1', 'CronJob', {
    ...status,
    shortNames: ['cj'],
    categories: ['all'],
  }),
  customResourceDefinition: resourceType(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    { ...cluster, ...status, shortNames: ['crd', 'crds'] },
  ),
  apiService: resourceType('apiregistration.k8s.io/v1', 'APIService', {
    ...cluster,
    ...status,
    categories: ['api-extensions'],
  }),
  clusterRole: resourceType(rbac, 'ClusterRole', cluster),
  clusterRoleBinding: resourceType(rbac, 'ClusterRoleBinding', cluster),
  role: resourceType(rbac, 'Role'),
  roleBinding: resourceType(rbac, 'RoleBinding'),
} as const;
