import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  apiPath,
  KubernetesTransport,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectCluster } from '../project/projectCluster';

/**
 * Every cluster of a control plane, as it is now.
 *
 * @throws KubernetesError
 * @internal
 */
export async function readClusters(
  transport: KubernetesTransport,
  signal: AbortSignal,
): Promise<ClusterFact[]> {
  const list = read.record(
    await transport.json({
      path: apiPath('apis', 'cluster.karmada.io', 'v1alpha1', 'clusters'),
      signal,
    }),
  );
  return read.list(list.items).flatMap(item => projectCluster(item) ?? []);
}
