import type { KubeObject } from '../../apiserver/ObjectStore';
import { podRequest, takesRoom } from '../../member/findNode';
import type { Cluster } from '../model/Cluster';
import {
  formatMebibytes,
  formatQuantity,
  parseQuantity,
} from '../scheduler/quantity';

const GIBIBYTE = parseQuantity('1Gi');
const GRADES = 9;

function sumOf(nodes: KubeObject[], resource: string): number {
  return nodes.reduce((sum, { status }) => {
    const node = status as { allocatable: Record<string, string> };
    return sum + parseQuantity(node.allocatable[resource]);
  }, 0);
}

/** Grade 0 is under one CPU; each next one begins at twice the last. */
function gradeOf(cpu: number): number {
  return cpu < 1000
    ? 0
    : Math.min(GRADES - 1, Math.floor(Math.log2(cpu / 1000)) + 1);
}

function allocatable(nodes: KubeObject[]): Record<string, string> {
  return {
    cpu: formatQuantity(sumOf(nodes, 'cpu')),
    memory: `${Math.round(sumOf(nodes, 'memory') / GIBIBYTE)}Gi`,
    pods: formatQuantity(sumOf(nodes, 'pods')),
  };
}

/** Nodes and room of a member, as its status controller reports them. */
export function resourceSummary(
  nodes: KubeObject[],
  pods: KubeObject[],
): Pick<NonNullable<Cluster['status']>, 'nodeSummary' | 'resourceSummary'> {
  const running = pods.filter(takesRoom);
  const used = (resource: string) =>
    running.reduce((sum, pod) => sum + podRequest(pod, resource), 0);
  const counts = Array.from({ length: GRADES }, () => 0);
  for (const node of nodes) {
    const here = running.filter(
      ({ spec }) =>
        (spec as { nodeName?: string }).nodeName === node.metadata.name,
    );
    const taken = here.reduce((sum, pod) => sum + podRequest(pod, 'cpu'), 0);
    counts[gradeOf(sumOf([node], 'cpu') - taken)] += 1;
  }
  return {
    nodeSummary: {
      ...(nodes.length > 0 && {
        totalNum: nodes.length,
        readyNum: nodes.length,
      }),
    },
    resourceSummary: {
      ...(nodes.length > 0 && { allocatable: allocatable(nodes) }),
      ...(running.length > 0 && {
        allocated: {
          cpu: formatQuantity(used('cpu')),
          memory: formatMebibytes(used('memory')),
          pods: String(running.length),
        },
      }),
      allocatableModelings: counts.map((count, grade) => ({ grade, count })),
    },
  };
}
