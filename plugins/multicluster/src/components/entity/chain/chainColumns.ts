import {
  ChainNode,
  WorkloadDetail,
} from '@fairway/backstage-plugin-multicluster-common';

/** A box of the chain: a node, or clusters that are alike. @internal */
export interface ChainBox {
  id: string;
  node: ChainNode;
  /** More than one: `node` is the first of so many clusters that are alike. */
  count: number;
  /** True: what it says is not what its clusters say now. */
  lastKnown: boolean;
}

/** The boxes of each column, and which is joined to which. @internal */
export interface ChainColumns {
  columns: Array<{ kind: ChainNode['kind']; boxes: ChainBox[] }>;
  edges: Array<{ from: string; to: string }>;
}

const KINDS: readonly ChainNode['kind'][] = [
  'template',
  'policy',
  'binding',
  'cluster',
];
const MOST_BOXES = 12;

/**
 * The chain from template to cluster as columns. More clusters than can be read are folded by state, so that those in
 * trouble stay in sight.
 *
 * @param lastKnown - ids of nodes of which nothing was heard since a cluster was lost
 *
 * @internal
 */
export function chainColumns(
  chain: WorkloadDetail['chain'],
  lastKnown: ReadonlySet<string> = new Set(),
): ChainColumns {
  const boxOf = new Map<string, string>();
  const columns = KINDS.map(kind => ({
    kind,
    boxes: boxesOf(
      chain.nodes.filter(node => node.kind === kind),
      lastKnown,
      boxOf,
    ),
  })).filter(column => column.boxes.length > 0);
  const seen = new Set<string>();
  const edges = chain.edges.flatMap(edge => {
    const from = boxOf.get(edge.from);
    const to = boxOf.get(edge.to);
    const key = JSON.stringify([from, to]);
    // Folded clusters share one edge; an edge to a node that is not there would end in nothing.
    if (!from || !to || seen.has(key)) {
      return [];
    }
    seen.add(key);
    return [{ from, to }];
  });
  return { columns, edges };
}

function boxesOf(
  nodes: ChainNode[],
  lastKnown: ReadonlySet<string>,
  boxOf: Map<string, string>,
): ChainBox[] {
  const boxes = new Map<string, ChainBox>();
  const alike = new Map<string, number>();
  const lookOf = ({ id, state }: ChainNode) =>
    `${lastKnown.has(id) ? 'last-known:' : ''}${state ?? ''}`;
  for (const node of nodes) {
    const look = lookOf(node);
    alike.set(look, (alike.get(look) ?? 0) + 1);
  }
  for (const node of nodes) {
    const look = lookOf(node);
    const fold = nodes.length > MOST_BOXES && (alike.get(look) ?? 0) > 2;
    const id = fold ? `fold:${node.kind}:${look}` : node.id;
    const box = boxes.get(id);
    boxes.set(
      id,
      box
        ? { ...box, count: box.count + 1 }
        : { id, node, count: 1, lastKnown: lastKnown.has(node.id) },
    );
    boxOf.set(node.id, id);
  }
  return [...boxes.values()];
}
