/**
 * The contract between the multicluster plugin and its sources.
 *
 * @packageDocumentation
 */
export * from './config';
export * from './contract';
export * from './identity';
export * from './sink';
