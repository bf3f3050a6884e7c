import { groupBy } from '../control/groupBy';
import type { KubeObject } from '../apiserver/ObjectStore';
import type { PodTemplate } from '../karmada/model/Workload';
import { parseQuantity } from '../karmada/scheduler/quantity';
import type { PodStatus } from './podStatus';

/** What the containers of a pod ask for, in thousandths. */
export function podRequest(pod: KubeObject, resource: string): number {
  const { containers } = pod.spec as PodTemplate['spec'];
  return containers.reduce(
    (sum, container) =>
      sum + parseQuantity(container.resources?.requests?.[resource]),
    0,
  );
}

/** Whether a pod takes room on its node. */
export function takesRoom(pod: KubeObject): boolean {
  const { phase } = pod.status as PodStatus;
  const { nodeName } = pod.spec as { nodeName?: string };
  return Boolean(nodeName) && phase !== 'Succeeded' && phase !== 'Failed';
}

/** The node with the most room for a pod, or the scheduler's sentence why there is none. */
export function findNode(
  pod: KubeObject,
  nodes: KubeObject[],
  pods: KubeObject[],
): KubeObject | string {
  const running = pods.filter(takesRoom);
  const rooms = nodes.map(node => {
    const { allocatable } = node.status as {
      allocatable: Record<string, string>;
    };
    const here = running.filter(
      ({ spec }) =>
        (spec as { nodeName?: string }).nodeName === node.metadata.name,
    );
    const free = (resource: string) =>
      parseQuantity(allocatable[resource]) -
      here.reduce((sum, other) => sum + podRequest(other, resource), 0);
    const full = here.length * 1000 >= parseQuantity(allocatable.pods);
    const short = ['cpu', 'memory'].find(
      resource => free(resource) < podRequest(pod, resource),
    );
    const lacking = full ? 'Too many pods' : short && `Insufficient ${short}`;
    return { node, lacking, free: free('cpu') };
  });
  const [best] = rooms
    .filter(({ lacking }) => !lacking)
    .sort((left, right) => right.free - left.free);
  if (best) {
    return best.node;
  }
  const reasons = groupBy(rooms, ({ lacking }) => lacking ?? '');
  const counted = [...reasons].map(([why, list]) => `${list.length} ${why}`);
  return `0/${nodes.length} nodes are available: ${counted.join(', ')}.`;
}
