import {
  EntityWorkload,
  Placement,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneHealth } from '../health/SourceHealth';
import { Environments } from '../platform/Environments';
import { TargetRow } from '../rows/TargetRow';
import { toPlacementTarget } from '../rows/toPlacementTarget';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { toIso } from '../toIso';

/** A stored workload as the API gives it. */
export function toEntityWorkload(
  record: WorkloadRecord,
  targets: TargetRow[],
  context: {
    lanes: ReadonlyMap<number, LaneHealth>;
    environments: Environments;
    match: EntityWorkload['match'];
    unplaced?: Sentence;
  },
): EntityWorkload {
  return {
    id: record.hash,
    controlPlane: record.controlPlane,
    group: record.group,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    templatePresent: record.present,
    ...(record.generation !== undefined && { generation: record.generation }),
    versions: record.fact?.images ?? [],
    match: context.match,
    ...(record.placement && {
      placement: toPlacement(record, targets, context),
    }),
    ...(!record.placement &&
      context.unplaced && { unplaced: context.unplaced }),
  };
}

function toPlacement(
  record: WorkloadRecord,
  targets: TargetRow[],
  context: {
    lanes: ReadonlyMap<number, LaneHealth>;
    environments: Environments;
  },
): Placement | undefined {
  const { placement } = record;
  if (!placement) {
    return undefined;
  }
  const policy = placement.policy ?? record.fact?.policy;
  return {
    summary: placement.derived.summary,
    since: toIso(placement.stateSince),
    ...(placement.derived.firstSeen && { sinceAtLeast: true }),
    ...(placement.derived.division && { division: placement.derived.division }),
    ...(policy && { policy }),
    replicas: placement.derived.replicas,
    targets: targets.map(row =>
      toPlacementTarget(row, {
        lanes: context.lanes,
        placementLaneId: placement.laneId,
        environments: context.environments,
        workload: {
          namespace: record.namespace,
          labels: record.fact?.labels ?? {},
        },
      }),
    ),
  };
}
