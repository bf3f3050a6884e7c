/**
 * Karmada as a source of the multicluster plugin.
 *
 * @packageDocumentation
 */
export { multiclusterModuleKarmada as default } from './module';
