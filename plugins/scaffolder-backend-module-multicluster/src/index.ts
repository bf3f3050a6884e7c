/**
 * Template actions of the multicluster plugin.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMulticluster as default } from './module';
