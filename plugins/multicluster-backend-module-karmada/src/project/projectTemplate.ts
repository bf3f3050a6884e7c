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
  runsPods,
  settingsDigest,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectClaim } from './projectClaim';

/** Which kind a lane of templates reads; items of a list do not repeat it. @internal */
export interface TemplateKind {
  group: string;
  version: string;
  kind: string;
}

/**
 * A template on the control plane. Kinds that run no pods are read as metadata only and carry neither images nor
 * replicas. Of annotations, only the marks of delivery tools are kept: `last-applied-configuration` may hold anything,
 * secrets included.
 *
 * @returns undefined for an object without a name
 * @internal
 */
export function projectTemplate(
  raw: unknown,
  { group, version, kind }: TemplateKind,
): WorkloadFact | undefined {
  const object = read.record(raw);
  const metadata = read.record(object.metadata);
  const name = read.string(metadata.name);
  if (!name) {
    return undefined;
  }
  const identity = {
    group,
    kind,
    namespace: read.string(metadata.namespace) ?? '',
    name,
  };
  const generation = read.count(metadata.generation);
  const marks = readDeliveryMarks(metadata.annotations);
  const createdAt = read.string(metadata.creationTimestamp);
  return {
    type: 'workload',
    key: workloadKey(identity),
    ...identity,
    version,
    uid: read.string(metadata.uid) ?? '',
    ...(generation !== undefined && { generation }),
    labels: read.labels(metadata.labels),
    ...(marks && { marks }),
    ...projectClaim(metadata),
    ...projectPods(object, group, kind),
    deleting: Boolean(metadata.deletionTimestamp),
    ...(createdAt && { createdAt }),
  };
}

function projectPods(
  object: Record<string, unknown>,
  group: string,
  kind: string,
): Pick<
  WorkloadFact,
  | 'images'
  | 'imagesKnown'
  | 'replicas'
  | 'progressDeadlineSeconds'
  | 'configuration'
  | 'settings'
> {
  if (!runsPods(group, kind)) {
    return { images: [], imagesKnown: false };
  }
  const spec = read.record(object.spec);
  const replicas = read.count(
    kind === 'Job' ? spec.parallelism : spec.replicas,
  );
  const deadline = read.count(spec.progressDeadlineSeconds);
  const images = podImages(podSpecOf(group, kind, object));
  return {
    images,
    imagesKnown: images.length > 0,
    ...(replicas !== undefined && { replicas }),
    ...(deadline !== undefined && { progressDeadlineSeconds: deadline }),
    configuration: configurationOf(podTemplateOf(group, kind, object)),
    settings: settingsDigest(group, kind, object),
  };
}
