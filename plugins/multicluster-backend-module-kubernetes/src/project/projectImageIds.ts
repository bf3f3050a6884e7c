import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

type Json = Record<string, unknown>;

/**
 * Which content the containers of a workload run, as its pods report it (`imageID`).
 *
 * @remarks
 * Only what every pod says alike is believed: pods that disagree, have not started, or run another image than the template
 * names (an admission hook may have changed it) give none for that container. Ids without a repository are left out too:
 * they name the unpacked image on a node, and compared with one of a registry the same image would read as another.
 *
 * @param pods - all pods that the selector of the workload finds; those of others are passed over
 * @internal
 */
export function projectImageIds(
  pods: readonly unknown[],
  workload: Pick<WorkloadFact, 'kind' | 'name' | 'uid' | 'images'>,
): Record<string, string> {
  const own = pods
    .map(read.record)
    .filter(pod => isAlive(pod) && isOwn(pod, workload));
  const ids: Record<string, string> = {};
  for (const { container, image, digest } of workload.images) {
    const found = new Set(own.map(pod => idOf(pod, container, image)));
    const [id] = found;
    if (!digest && found.size === 1 && id) {
      ids[container] = id;
    }
  }
  return ids;
}

function isAlive(pod: Json): boolean {
  const { phase } = read.record(pod.status);
  return (
    !read.record(pod.metadata).deletionTimestamp &&
    phase !== 'Failed' &&
    phase !== 'Succeeded'
  );
}

/** A selector may find pods of a neighbour. Between a Deployment and its pods stands a ReplicaSet, named by both. */
function isOwn(
  pod: Json,
  { kind, name, uid }: Pick<WorkloadFact, 'kind' | 'name' | 'uid'>,
): boolean {
  const metadata = read.record(pod.metadata);
  const owner = read
    .list(metadata.ownerReferences)
    .map(read.record)
    .find(item => item.controller === true);
  if (!owner) {
    return false;
  }
  if (kind !== 'Deployment') {
    return owner.uid === uid;
  }
  const hash = read.labels(metadata.labels)['pod-template-hash'];
  return owner.kind === 'ReplicaSet' && owner.name === `${name}-${hash}`;
}

function idOf(pod: Json, container: string, image: string): string | undefined {
  const spec = read.record(pod.spec);
  const status = read.record(pod.status);
  const named = (list: unknown) =>
    read
      .list(list)
      .map(read.record)
      .find(item => item.name === container);
  if (named(spec.containers)?.image !== image) {
    return undefined;
  }
  const id = read.string(named(status.containerStatuses)?.imageID);
  return id?.match(/@(sha256:[0-9a-f]{64})$/)?.[1];
}
