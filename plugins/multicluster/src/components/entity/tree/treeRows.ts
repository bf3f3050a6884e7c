import {
  EntityWorkload,
  placementSeverity,
  PlacementTarget,
} from '@fairway/backstage-plugin-multicluster-common';
import { PodsOfCluster } from './PodsOfCluster';
import { clusterRowId, TreeRow, workloadRowId } from './TreeRow';

/** What decides which rows there are. @internal */
export interface TreeInput {
  workloads: EntityWorkload[];
  /** Ids of workload rows that are folded; workloads are open unless told. */
  folded: ReadonlySet<string>;
  /** Ids of cluster rows whose pods are shown. */
  opened: ReadonlySet<string>;
  /** Pods by id of the cluster row. */
  pods: ReadonlyMap<string, PodsOfCluster>;
  matches(
    workload: EntityWorkload,
    target: PlacementTarget | undefined,
  ): boolean;
}

/**
 * The rows of the tree, top to bottom. A workload stays while any of its clusters matches; one that nothing placed
 * matches by itself.
 *
 * @internal
 */
export function treeRows(input: TreeInput): TreeRow[] {
  const { workloads, folded, matches } = input;
  const kept = workloads
    .map(workload => ({
      workload,
      targets: orderTargets(workload.placement?.targets ?? []).filter(target =>
        matches(workload, target),
      ),
    }))
    .filter(
      ({ workload, targets }) =>
        targets.length > 0 ||
        (!workload.placement?.targets.length && matches(workload, undefined)),
    );
  return kept.flatMap(({ workload, targets }, index): TreeRow[] => {
    const id = workloadRowId(workload.id);
    const expanded = targets.length > 0 ? !folded.has(id) : undefined;
    const row: TreeRow = {
      id,
      type: 'workload',
      level: 1,
      position: index + 1,
      siblings: kept.length,
      expanded,
      workload,
    };
    return expanded ? [row, ...clusterRows(input, workload, targets)] : [row];
  });
}

function clusterRows(
  input: TreeInput,
  workload: EntityWorkload,
  targets: PlacementTarget[],
): TreeRow[] {
  return targets.flatMap((target, index): TreeRow[] => {
    const id = clusterRowId(workload.id, target.cluster);
    const expanded = input.opened.has(id);
    const row: TreeRow = {
      id,
      parentId: workloadRowId(workload.id),
      type: 'cluster',
      level: 2,
      position: index + 1,
      siblings: targets.length,
      expanded,
      workload,
      target,
    };
    return expanded
      ? [row, ...podRows(id, workload, target.cluster, input.pods.get(id))]
      : [row];
  });
}

function podRows(
  parentId: string,
  workload: EntityWorkload,
  cluster: string,
  pods: PodsOfCluster | undefined,
): TreeRow[] {
  const base = { parentId, level: 3, workload, cluster } as const;
  const note = (
    kind: 'loading' | 'none' | 'problem' | 'closed',
    problem?: (TreeRow & { type: 'note' })['problem'],
  ): TreeRow => ({
    ...base,
    id: `n/${parentId}/${kind}`,
    type: 'note',
    position: 1,
    siblings: 1,
    note: kind,
    problem,
  });
  if (!workload.match.confirmed) {
    return [note('closed')];
  }
  if (!pods || pods.state === 'loading') {
    return [note('loading')];
  }
  const items = pods.state === 'read' ? pods.answer?.items ?? [] : [];
  const problem = pods.state === 'read' ? pods.answer?.problem : undefined;
  const rows = items.map(
    (pod, index): TreeRow => ({
      ...base,
      id: `p/${parentId}/${pod.namespace}/${pod.name}`,
      type: 'pod',
      position: index + 1,
      siblings: items.length,
      pod,
    }),
  );
  if (pods.state === 'failed' || problem) {
    return [...rows, note('problem', problem)];
  }
  return rows.length > 0 ? rows : [note('none')];
}

/** Worst first, then by name: the eye finds trouble in a list of hundreds without a filter. */
function orderTargets(targets: PlacementTarget[]): PlacementTarget[] {
  return [...targets].sort(
    (a, b) =>
      placementSeverity(a.state) - placementSeverity(b.state) ||
      Number(b.freshness.state === 'last-known') -
        Number(a.freshness.state === 'last-known') ||
      a.cluster.localeCompare(b.cluster, undefined, { numeric: true }),
  );
}
