export * from './KubernetesConnection';
export { KubernetesCredentials } from './KubernetesCredentials';
export * from './readKubernetesCredentials';
