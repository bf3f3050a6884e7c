/**
 * What every source that reads Kubernetes API servers stands on.
 *
 * @packageDocumentation
 */
export * from './credentials';
export * from './observer';
export * from './transport';
