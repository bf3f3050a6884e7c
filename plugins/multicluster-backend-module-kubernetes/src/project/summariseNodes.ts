import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** What the nodes of a cluster come to. @internal */
export interface NodeSummary {
  nodes?: { ready: number; total: number };
  zones?: string[];
  regions?: string[];
}

/**
 * Counts nodes and names the zones and regions that their labels state.
 *
 * @internal
 */
export function summariseNodes(nodes: readonly unknown[]): NodeSummary {
  const objects = nodes.map(read.record);
  const labels = objects.map(node =>
    read.labels(read.record(node.metadata).labels),
  );
  const named = (label: string) =>
    [...new Set(labels.flatMap(item => item[label] || []))].sort();
  return {
    nodes: { ready: objects.filter(isReady).length, total: objects.length },
    zones: named('topology.kubernetes.io/zone'),
    regions: named('topology.kubernetes.io/region'),
  };
}

function isReady(node: Record<string, unknown>): boolean {
  return read
    .list(read.record(node.status).conditions)
    .map(read.record)
    .some(({ type, status }) => type === 'Ready' && status === 'True');
}
