import { WorkloadEvent } from '@fairway/backstage-plugin-multicluster-common';
import { PlacementFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesTransport,
  memberResources,
  newestFirst,
  PodOwner,
  read,
  resourcePath,
  toEvent,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * What Karmada itself says of a workload: events of its template and of its binding, on the control plane.
 *
 * @throws KubernetesError
 * @internal
 */
export async function controlPlaneEvents(
  transport: KubernetesTransport,
  workload: PodOwner,
  placement: PlacementFact | undefined,
  signal: AbortSignal,
): Promise<WorkloadEvent[]> {
  const objects = [workload.name];
  const binding = placement?.key.split('/').at(-1);
  if (binding) {
    objects.push(binding);
  }
  // Events of cluster-scoped objects are kept in the namespace "default".
  const namespace = workload.namespace || 'default';
  const lists = await Promise.all(
    objects.map(name =>
      transport.json({
        path: resourcePath(memberResources.events, { namespace }),
        query: { fieldSelector: `involvedObject.name=${name}`, limit: 500 },
        signal,
      }),
    ),
  );
  const kinds = [workload.kind, 'ResourceBinding', 'ClusterResourceBinding'];
  return lists
    .flatMap(list => read.list(read.record(list).items))
    .map(toEvent)
    .filter(event => kinds.includes(event.object.split(' ')[0]))
    .sort(newestFirst);
}
