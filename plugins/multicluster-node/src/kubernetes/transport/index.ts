export * from './apiPath';
export * from './impersonationHeaders';
export * from './KubernetesError';
export * from './KubernetesRequest';
export * from './KubernetesTransport';
export * from './redact';
export * from './RequestLimiter';
export * from './resourcePath';
export type { StreamLine } from './splitLines';
