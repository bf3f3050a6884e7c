/**
 * What every source that reads Kubernetes API servers stands on.
 *
 * @packageDocumentation
 */
export * from './credentials';
export * from './detail';
export * from './discovery';
export * from './identity';
export * from './manifest';
export * from './marks';
export * from './objects';
export * from './observer';
export * from './transport';
