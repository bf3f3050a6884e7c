import { wantedClusters } from '../binding/wantedClusters';
import type { AggregatedStatusItem, Binding } from '../model/Binding';
import type { Work } from '../model/Work';
import { executionCluster } from '../names/executionNamespace';

/** One cluster's line of a binding's status, from its Work. */
function itemOf(work: Work): AggregatedStatusItem {
  const clusterName = executionCluster(work.metadata.namespace ?? '') ?? '';
  const condition = work.status?.conditions?.find(
    ({ type }) => type === 'Applied',
  );
  if (condition?.status !== 'True') {
    return {
      ...(condition?.message && { appliedMessage: condition.message }),
      clusterName,
      health: 'Unknown',
    };
  }
  const [reported] = work.status?.manifestStatuses ?? [];
  return {
    applied: true,
    clusterName,
    health: reported?.health ?? 'Unknown',
    ...(reported?.status && { status: reported.status }),
  };
}

/** A binding's lines, by cluster name; Works on their way out have none. */
export function aggregateWorks(works: Work[]): AggregatedStatusItem[] {
  return works
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .map(itemOf)
    .sort((left, right) => (left.clusterName < right.clusterName ? -1 : 1));
}

/** Whether the lines are those of the wanted clusters and every one is applied (pkg/util/helper/workstatus.go). */
export function isFullyApplied(
  binding: Binding,
  items: AggregatedStatusItem[],
): boolean {
  const wanted = new Set(wantedClusters(binding).map(({ name }) => name));
  return (
    wanted.size > 0 &&
    items.length === wanted.size &&
    items.every(
      ({ applied, clusterName }) => applied && wanted.has(clusterName),
    )
  );
}
