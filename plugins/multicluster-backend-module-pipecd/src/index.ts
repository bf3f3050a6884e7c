/**
 * PipeCD as a source of the multicluster plugin.
 *
 * @packageDocumentation
 */
export { multiclusterModulePipecd as default } from './module';
export * from './PipecdActAs';
export * from './pipecdActAsExtensionPoint';
