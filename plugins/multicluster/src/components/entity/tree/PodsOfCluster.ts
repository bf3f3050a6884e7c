import { PerCluster, Pod } from '@fairway/backstage-plugin-multicluster-common';

/** Pods of a workload on a cluster as far as they were read. @internal */
export type PodsOfCluster =
  | { state: 'loading' }
  | { state: 'read'; answer: PerCluster<Pod> | undefined }
  | { state: 'failed' };
