import {
  workloadCondition,
  WorkloadList,
  WorkloadRow,
  workloadSeverity,
} from '@fairway/backstage-plugin-multicluster-common';

/** A page of one part of a list, and where the list goes on behind what is taken of it. @internal */
export interface PartPage {
  list: WorkloadList;
  /** Rows at the start of the page that were taken before. */
  taken: number;
}

/** Rows of several parts in the order of one list, and how many were taken of each page. @internal */
export interface MergedRows {
  items: WorkloadRow[];
  taken: number[];
}

/**
 * The rows of parts, worst first, as far as the order is certain: a row that is calmer than what may still stand behind the
 * page of another part waits until that is read. A workload that several parts name is taken once.
 *
 * @internal
 */
export function mergeParts(parts: PartPage[]): MergedRows {
  const certain = Math.min(
    ...parts
      .filter(({ list }) => list.nextCursor !== undefined)
      .map(({ list }) => Math.max(...list.items.map(severityOf))),
  );
  const rows = parts.map(({ list, taken }) => {
    const end = list.items.findIndex(row => severityOf(row) > certain);
    return list.items.slice(taken, end < 0 ? list.items.length : end);
  });
  const distinct = new Map(rows.flat().map(row => [row.id, row]));
  return {
    items: [...distinct.values()].sort((a, b) => severityOf(a) - severityOf(b)),
    taken: rows.map((part, index) => parts[index].taken + part.length),
  };
}

function severityOf(row: WorkloadRow): number {
  return workloadSeverity(workloadCondition(row));
}
