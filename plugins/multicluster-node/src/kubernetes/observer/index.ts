export * from './backOffDelay';
export * from './compareResourceVersions';
export * from './KubernetesObject';
export * from './observeAll';
export * from './observeResource';
export type {
  ObserveResourceOptions,
  ObserverLimits,
  ObserverTimings,
} from './ObserverOptions';
export * from './problemSentence';
export * from './trimObject';
