/**
 * Clusters that no control plane federates, as sources of the multicluster plugin.
 *
 * @packageDocumentation
 */
export { multiclusterModuleKubernetes as default } from './module';
