import {
  WorkloadFact,
  workloadKey,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  configurationOf,
  podImages,
  podSpecOf,
  podTemplateOf,
  read,
  readDeliveryMarks,
  settingsDigest,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { WorkloadKind } from './WorkloadKind';

/**
 * A workload of a cluster. Of annotations, only the marks of delivery tools are kept: others may hold anything.
 *
 * @returns undefined for an object without a name, and for a Job that a CronJob made: that is one run of a workload
 * @internal
 */
export function projectWorkload(
  raw: unknown,
  { group, version, kind }: WorkloadKind,
): WorkloadFact | undefined {
  const object = read.record(raw);
  const metadata = read.record(object.metadata);
  const name = read.string(metadata.name);
  if (!name || isRunOfCronJob(kind, metadata)) {
    return undefined;
  }
  const identity = {
    group,
    kind,
    namespace: read.string(metadata.namespace) ?? '',
    name,
  };
  const spec = read.record(object.spec);
  const generation = read.count(metadata.generation);
  const marks = readDeliveryMarks(metadata.annotations);
  const createdAt = read.string(metadata.creationTimestamp);
  const images = podImages(podSpecOf(group, kind, object));
  const replicas = read.count(
    kind === 'Job' ? spec.parallelism : spec.replicas,
  );
  const deadline = read.count(spec.progressDeadlineSeconds);
  return {
    type: 'workload',
    key: workloadKey(identity),
    ...identity,
    version,
    uid: read.string(metadata.uid) ?? '',
    ...(generation !== undefined && { generation }),
    labels: read.labels(metadata.labels),
    ...(marks && { marks }),
    images,
    imagesKnown: images.length > 0,
    ...(replicas !== undefined && { replicas }),
    ...(deadline !== undefined && { progressDeadlineSeconds: deadline }),
    configuration: configurationOf(podTemplateOf(group, kind, object)),
    settings: settingsDigest(group, kind, object),
    deleting: Boolean(metadata.deletionTimestamp),
    ...(createdAt && { createdAt }),
  };
}

function isRunOfCronJob(kind: string, metadata: Record<string, unknown>) {
  return (
    kind === 'Job' &&
    read
      .list(metadata.ownerReferences)
      .map(read.record)
      .some(owner => owner.kind === 'CronJob')
  );
}
