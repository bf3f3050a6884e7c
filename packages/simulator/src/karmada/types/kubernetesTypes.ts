import { resourceType } from './resourceType';

const status = ['status'];
const cluster = { namespaced: false };

/** Kinds of Kubernetes itself that the control plane (as templates) and the members (as running objects) serve. */
export const kubernetesTypes = {
  Namespace: resourceType('v1 namespaces Namespace', {
    ...cluster,
    subresources: status,
    shortNames: ['ns'],
  }),
  Node: resourceType('v1 nodes Node', {
    ...cluster,
    subresources: status,
    shortNames: ['no'],
  }),
  Pod: resourceType('v1 pods Pod', {
    subresources: ['status', 'log'],
    shortNames: ['po'],
    categories: ['all'],
  }),
  Event: resourceType('v1 events Event', { shortNames: ['ev'] }),
  ConfigMap: resourceType('v1 configmaps ConfigMap', { shortNames: ['cm'] }),
  Secret: resourceType('v1 secrets Secret'),
  Service: resourceType('v1 services Service', {
    subresources: status,
    shortNames: ['svc'],
    categories: ['all'],
  }),
  ServiceAccount: resourceType('v1 serviceaccounts ServiceAccount', {
    shortNames: ['sa'],
  }),
  PersistentVolumeClaim: resourceType(
    'v1 persistentvolumeclaims PersistentVolumeClaim',
    { subresources: status, shortNames: ['pvc'] },
  ),
  Deployment: resourceType('apps/v1 deployments Deployment', {
    subresources: ['status', 'scale'],
    shortNames: ['deploy'],
    categories: ['all'],
  }),
  ReplicaSet: resourceType('apps/v1 replicasets ReplicaSet', {
    subresources: ['status', 'scale'],
    shortNames: ['rs'],
    categories: ['all'],
  }),
  StatefulSet: resourceType('apps/v1 statefulsets StatefulSet', {
    subresources: ['status', 'scale'],
    shortNames: ['sts'],
    categories: ['all'],
  }),
  DaemonSet: resourceType('apps/v1 daemonsets DaemonSet', {
    subresources: status,
    shortNames: ['ds'],
    categories: ['all'],
  }),
  Job: resourceType('batch/v1 jobs Job', {
    subresources: status,
    categories: ['all'],
  }),
  CronJob: resourceType('batch/v1 cronjobs CronJob', {
    subresources: status,
    shortNames: ['cj'],
    categories: ['all'],
  }),
  Ingress: resourceType('networking.k8s.io/v1 ingresses Ingress', {
    subresources: status,
    shortNames: ['ing'],
  }),
  ClusterRole: resourceType(
    'rbac.authorization.k8s.io/v1 clusterroles ClusterRole',
    cluster,
  ),
  ClusterRoleBinding: resourceType(
    'rbac.authorization.k8s.io/v1 clusterrolebindings ClusterRoleBinding',
    cluster,
  ),
  Role: resourceType('rbac.authorization.k8s.io/v1 roles Role'),
  RoleBinding: resourceType(
    'rbac.authorization.k8s.io/v1 rolebindings RoleBinding',
  ),
  CustomResourceDefinition: resourceType(
    'apiextensions.k8s.io/v1 customresourcedefinitions CustomResourceDefinition',
    { ...cluster, subresources: status, shortNames: ['crd'] },
  ),
};
