/**
 * Sample tool as a source of the multicluster plugin.
 *
 * @packageDocumentation
 */
export { multiclusterModuleSampleTool as default } from './module';
