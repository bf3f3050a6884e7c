import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useMemo, useState } from 'react';
import { PodsOfCluster } from './PodsOfCluster';
import { treeFilter } from './treeFilter';
import { TreeRow } from './TreeRow';
import { treeRows } from './treeRows';

/** The rows of the tree, and what opens and folds them. @internal */
export interface Tree {
  rows: TreeRow[];
  /** Cluster rows whose pods must be read. */
  open: Array<TreeRow & { type: 'cluster' }>;
  toggle(id: string): void;
  setPods(rowId: string, pods: PodsOfCluster | undefined): void;
}

/** Keeps what is open in the tree, and the pods read so far. @internal */
export function useTree(
  workloads: EntityWorkload[],
  filter: string,
  wrongOnly: boolean,
): Tree {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [pods, setAllPods] = useState<ReadonlyMap<string, PodsOfCluster>>(
    new Map(),
  );
  const rows = useMemo(
    () =>
      treeRows({
        workloads,
        folded: toggled,
        opened: toggled,
        pods,
        matches: treeFilter(filter, { wrongOnly }),
      }),
    [workloads, toggled, pods, filter, wrongOnly],
  );
  const toggle = useCallback(
    (id: string) =>
      setToggled(before => {
        const after = new Set(before);
        if (!after.delete(id)) {
          after.add(id);
        }
        return after;
      }),
    [],
  );
  const setPods = useCallback(
    (rowId: string, value: PodsOfCluster | undefined) =>
      setAllPods(before => {
        const after = new Map(before);
        if (value) {
          after.set(rowId, value);
        } else {
          after.delete(rowId);
        }
        return after;
      }),
    [],
  );
  const open = useMemo(
    () =>
      rows.filter(
        (row): row is TreeRow & { type: 'cluster' } =>
          row.type === 'cluster' &&
          row.expanded === true &&
          row.workload.match.confirmed,
      ),
    [rows],
  );
  return { rows, open, toggle, setPods };
}
