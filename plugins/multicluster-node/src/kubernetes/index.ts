/**
 * What every source that reads Kubernetes API servers stands on.
 *
 * @packageDocumentation
 */
export * from './credentials';
export * from './discovery';
export * from './marks';
export * from './observer';
export * from './transport';
