import type { Cluster } from '../model/Cluster';

/** Whether the control plane believes that a cluster can be reached. */
export function isReady(cluster: Cluster | undefined): boolean {
  return Boolean(
    cluster?.status?.conditions?.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    ),
  );
}
