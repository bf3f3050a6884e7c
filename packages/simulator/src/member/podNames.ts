import type { KubeObject } from '../apiserver/ObjectStore';
import type { Random } from '../clock/Random';
import type { Workload } from '../karmada/model/Workload';
import { nameSuffix } from './podObject';
import { isPodReady, type PodStatus } from './podStatus';

/** Which pods an owner lacks, and which it has too many of. */
export interface PodChange {
  add: string[];
  remove: KubeObject[];
}

function phase(pod: KubeObject): PodStatus['phase'] {
  return (pod.status as PodStatus).phase;
}

/** Pods that do not serve go first, then the youngest. */
function byWorth(left: KubeObject, right: KubeObject): number {
  return (
    Number(isPodReady(left)) - Number(isPodReady(right)) ||
    ((left.metadata.creationTimestamp ?? '') >
    (right.metadata.creationTimestamp ?? '')
      ? -1
      : 1)
  );
}

function ordinals(owner: Workload, pods: KubeObject[]): PodChange {
  const wanted = Array.from(
    { length: owner.spec.replicas ?? 1 },
    (_, index) => `${owner.metadata.name}-${index}`,
  );
  const known = new Set(pods.map(({ metadata }) => metadata.name));
  const next = wanted.find(name => !known.has(name));
  // One after the other, and only while all that are there serve.
  return {
    add: next && pods.every(isPodReady) ? [next] : [],
    remove: pods.filter(({ metadata }) => !wanted.includes(metadata.name)),
  };
}

function jobPods(owner: Workload, pods: KubeObject[]): number {
  const { parallelism = 1, completions = 1, backoffLimit = 6 } = owner.spec;
  const done = pods.filter(pod => phase(pod) === 'Succeeded').length;
  const failed = pods.filter(pod => phase(pod) === 'Failed').length;
  const active = pods.length - done - failed;
  if (failed > backoffLimit) {
    return 0;
  }
  return Math.max(0, Math.min(parallelism, completions - done) - active);
}

/** How the pods of an owner must change. */
export function podNames(
  owner: Workload,
  pods: KubeObject[],
  world: { nodes: string[]; random: Random },
): PodChange {
  const { name } = owner.metadata;
  const generated = (count: number) =>
    Array.from(
      { length: Math.max(0, count) },
      () => `${name}-${nameSuffix(() => world.random.next())}`,
    );
  switch (owner.kind) {
    case 'StatefulSet':
      return ordinals(owner, pods);
    case 'DaemonSet':
      return { add: generated(world.nodes.length - pods.length), remove: [] };
    case 'Job':
      return { add: generated(jobPods(owner, pods)), remove: [] };
    default: {
      const surplus = pods.length - (owner.spec.replicas ?? 1);
      return {
        add: generated(-surplus),
        remove: [...pods].sort(byWorth).slice(0, Math.max(0, surplus)),
      };
    }
  }
}
