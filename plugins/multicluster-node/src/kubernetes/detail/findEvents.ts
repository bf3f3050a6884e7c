import { WorkloadEvent } from '@fairway/backstage-plugin-multicluster-common';
import { read } from '../objects/read';
import { findPods, PodOwner, PodSearch } from './findPods';
import { ClusterReader } from './ClusterReader';
import { memberResources } from './memberResources';
import { ClusterRead } from './ClusterRead';
import { toEvent } from './toEvent';

/**
 * The events of a workload on one member: its own, its pods' and those of what owns the pods in between (ReplicaSets,
 * Jobs), newest first.
 *
 * @throws KubernetesError
 * @public
 */
export async function findEvents(
  reader: ClusterReader,
  workload: PodOwner,
  search: PodSearch,
): Promise<ClusterRead<WorkloadEvent>> {
  const [pods, events] = await Promise.all([
    findPods(reader, workload, search),
    reader.list(memberResources.events, { namespace: workload.namespace }),
  ]);
  const about = new Set([`${workload.kind} ${workload.name}`]);
  for (const pod of pods.items) {
    const metadata = read.record(pod.metadata);
    about.add(`Pod ${metadata.name}`);
    for (const item of read.list(metadata.ownerReferences)) {
      const owner = read.record(item);
      about.add(`${owner.kind} ${owner.name}`);
    }
  }
  const problem =
    pods.problem?.code === 'not-served' ? undefined : pods.problem;
  return {
    items: events.items
      .map(toEvent)
      .filter(event => about.has(event.object))
      .sort(newestFirst),
    ...(problem && { problem }),
  };
}

/** Order of events for a person. @public */
export function newestFirst(a: WorkloadEvent, b: WorkloadEvent): number {
  return Date.parse(b.lastSeen ?? '') - Date.parse(a.lastSeen ?? '') || 0;
}
