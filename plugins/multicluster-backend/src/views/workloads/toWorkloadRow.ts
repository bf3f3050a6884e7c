import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import { freshnessOf } from '../freshnessOf';
import { LaneHealth } from '../health/SourceHealth';
import { TargetRow } from '../rows/TargetRow';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { toIso } from '../toIso';
import { UnreadScope, unreadScopeOf } from '../unplaced/unreadPlacements';

/** A stored workload as a row of the list. */
export function toWorkloadRow(
  record: WorkloadRecord,
  targets: TargetRow[],
  context: {
    lanes: ReadonlyMap<number, LaneHealth>;
    entityRefs: string[];
    /** Where placements are not read. */
    unread: UnreadScope[];
  },
): WorkloadRow {
  const { placement } = record;
  const counts: WorkloadRow['targets'] = {};
  for (const target of targets) {
    counts[target.state] = (counts[target.state] ?? 0) + 1;
  }
  const lastKnown = targets.filter(
    target =>
      freshnessOf(
        target.cluster,
        [placement?.laneId, target.cluster.laneId].map(id =>
          id === undefined ? undefined : context.lanes.get(id),
        ),
      ).state === 'last-known',
  ).length;
  return {
    id: record.hash,
    controlPlane: record.controlPlane,
    group: record.group,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    entityRefs: context.entityRefs,
    ...(placement
      ? {
          summary: placement.derived.summary,
          since: toIso(placement.stateSince),
          ...(placement.derived.firstSeen && { sinceAtLeast: true }),
        }
      : withoutPlacement(record, context.unread)),
    clusters: targets.length,
    targets: counts,
    replicas: placement?.derived.replicas ?? {},
    versions: versionsOf(record, targets),
    lastKnown,
  };
}

function withoutPlacement(
  record: WorkloadRecord,
  unread: UnreadScope[],
): Pick<WorkloadRow, 'unplaced' | 'unread'> {
  return unreadScopeOf(record, unread) ? { unread: true } : { unplaced: true };
}

/** What runs as far as that is known; of what runs nowhere, what the template says. Never the newest for want of better. */
function versionsOf(record: WorkloadRecord, targets: TargetRow[]): string[] {
  const running = targets.flatMap(target =>
    target.derived.versions.map(version => version.version),
  );
  const wanted = (record.fact?.images ?? []).map(image => image.version);
  return [...new Set(targets.length > 0 ? running : wanted)].sort();
}
