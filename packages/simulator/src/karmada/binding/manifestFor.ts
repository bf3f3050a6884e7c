import { plainCopy } from '../../apiserver/plainCopy';
import type { KubeObject } from '../../apiserver/ObjectStore';
import { flavourOf, bindingId } from '../bindingTypes';
import { replicaField } from '../detector/templateReplicas';
import { keys } from '../keys';
import type { Binding } from '../model/Binding';
import type { Workload } from '../model/Workload';
import { executionNamespace } from '../names/executionNamespace';

/** Kinds whose reflected status carries generations: only their manifests carry the template's (recorded). */
const REFLECTS_GENERATION = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
]);

/** Annotations by which Work and member object name their binding. */
export function backReference(binding: Binding): Record<string, string> {
  const { name, namespace } = binding.metadata;
  return namespace
    ? { [keys.bindingName]: name, [keys.bindingNamespace]: namespace }
    : { [keys.clusterBindingName]: name };
}

/** How a Work writes what to do with an object that exists already. */
export function conflictResolution({ spec }: Binding): string {
  return (spec.conflictResolution ?? 'Abort').toLowerCase();
}

/** What a cluster is sent of a template, before overrides. */
export function manifestFor(
  binding: Binding,
  template: KubeObject,
  target: {
    cluster: string;
    replicas?: number;
    workName: string;
    workId: string;
  },
): KubeObject {
  const { status, metadata, ...body } = plainCopy(template);
  const { name, namespace, uid, generation } = metadata;
  const labels = {
    ...metadata.labels,
    [keys.managed]: 'true',
    [flavourOf(binding).idKey]: bindingId(binding),
    [keys.workId]: target.workId,
  };
  const annotations: Record<string, string> = {
    ...metadata.annotations,
    ...backReference(binding),
    [keys.templateUid]: uid ?? '',
    [keys.conflictResolution]: conflictResolution(binding),
    [keys.workName]: target.workName,
    [keys.workNamespace]: executionNamespace(target.cluster),
    ...(REFLECTS_GENERATION.has(template.kind) && {
      [keys.templateGeneration]: String(generation),
    }),
    [keys.managedLabels]: '',
    [keys.managedAnnotations]: '',
  };
  annotations[keys.managedLabels] = Object.keys(labels).sort().join(',');
  annotations[keys.managedAnnotations] = Object.keys(annotations)
    .sort()
    .join(',');
  const manifest = {
    ...body,
    metadata: { name, ...(namespace && { namespace }), labels, annotations },
  } as KubeObject;
  setReplicas(manifest, target.replicas);
  return manifest;
}

function setReplicas(manifest: KubeObject, replicas: number | undefined): void {
  const field = replicaField(manifest.kind);
  if (field && replicas !== undefined) {
    const { spec } = manifest as Workload;
    const total = spec[field] ?? 1;
    spec[field] = replicas;
    // Completions of a divided Job are shared out along with its parallelism.
    if (manifest.kind === 'Job' && spec.completions && total > replicas) {
      spec.completions = Math.ceil((spec.completions * replicas) / total);
    }
  }
}
