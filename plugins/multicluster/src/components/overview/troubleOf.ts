import {
  PlacementSummaryState,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';

const rank: Record<PlacementSummaryState, number | undefined> = {
  unscheduled: 0,
  degraded: 2,
  'scheduling-suspended': 3,
  progressing: undefined,
  converged: undefined,
};
const UNPLACED = 1;
const LAST_KNOWN = 4;

/**
 * How urgent a workload is, lower first; undefined: it needs no look. A copy on a lost cluster needs one although the
 * placement still reads as it did before the loss: the control plane says nothing new of it until it acts.
 */
function urgency(row: WorkloadRow): number | undefined {
  if (!row.summary) {
    return UNPLACED;
  }
  return (
    rank[row.summary.state] ?? (row.lastKnown > 0 ? LAST_KNOWN : undefined)
  );
}

/** The workloads that need a look, most urgent first, each once; equally urgent ones by what lasts shortest. */
export function troubleOf(rows: WorkloadRow[]): WorkloadRow[] {
  const distinct = [...new Map(rows.map(row => [row.id, row])).values()];
  return distinct
    .flatMap(row => {
      const level = urgency(row);
      return level === undefined ? [] : [{ row, level }];
    })
    .sort(
      (a, b) =>
        a.level - b.level ||
        (b.row.since ?? '').localeCompare(a.row.since ?? ''),
    )
    .map(({ row }) => row);
}
