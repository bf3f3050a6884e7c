import {
  isTroubled,
  workloadCondition,
  WorkloadRow,
  workloadSeverity,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * The workloads that need a look, most urgent first, each once; equally urgent ones by what lasts shortest. A copy on a lost
 * cluster needs one although the placement still reads as it did before the loss: the control plane says nothing new of it
 * until it acts. What could not be read needs none: nobody knows that anything is wrong with it.
 */
export function troubleOf(rows: WorkloadRow[]): WorkloadRow[] {
  const distinct = [...new Map(rows.map(row => [row.id, row])).values()];
  return distinct
    .map(row => ({ row, condition: workloadCondition(row) }))
    .filter(({ condition }) => isTroubled(condition))
    .sort(
      (a, b) =>
        workloadSeverity(a.condition) - workloadSeverity(b.condition) ||
        (b.row.since ?? '').localeCompare(a.row.since ?? ''),
    )
    .map(({ row }) => row);
}
