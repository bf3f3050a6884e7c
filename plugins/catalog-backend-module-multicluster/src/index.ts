/**
 * Clusters of the multicluster plugin as catalog Resource entities.
 *
 * @packageDocumentation
 */
export { catalogModuleMulticluster as default } from './module';
