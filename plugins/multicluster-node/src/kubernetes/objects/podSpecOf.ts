import { read } from './read';

/** Kinds whose pod spec is known to us, by group and kind: where it is. */
const paths: Record<string, string[]> = {
  '/Pod': ['spec'],
  '/ReplicationController': ['spec', 'template', 'spec'],
  'apps/Deployment': ['spec', 'template', 'spec'],
  'apps/StatefulSet': ['spec', 'template', 'spec'],
  'apps/DaemonSet': ['spec', 'template', 'spec'],
  'apps/ReplicaSet': ['spec', 'template', 'spec'],
  'batch/Job': ['spec', 'template', 'spec'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  'apps.kruise.io/CloneSet': ['spec', 'template', 'spec'],
  'apps.kruise.io/StatefulSet': ['spec', 'template', 'spec'],
  'apps.kruise.io/DaemonSet': ['spec', 'template', 'spec'],
};

/** Whether a kind runs pods in a way we can read. Only those are watched whole. @public */
export function runsPods(group: string, kind: string): boolean {
  return Object.hasOwn(paths, `${group}/${kind}`);
}

/** The pod spec of an object, or an empty record. @public */
export function podSpecOf(
  group: string,
  kind: string,
  object: Record<string, unknown>,
): Record<string, unknown> {
  return read.record(podTemplateOf(group, kind, object).spec);
}

/** What holds the pod spec of an object, with the metadata of its pods; or an empty record. @public */
export function podTemplateOf(
  group: string,
  kind: string,
  object: Record<string, unknown>,
): Record<string, unknown> {
  const path = Object.hasOwn(paths, `${group}/${kind}`)
    ? paths[`${group}/${kind}`]
    : undefined;
  return path
    ? path.slice(0, -1).reduce((value, key) => read.record(value[key]), object)
    : {};
}
