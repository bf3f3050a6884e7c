/**
 * Model, permissions, annotations and API client of the multicluster plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './filter';
export * from './model';
export * from './permissions';
