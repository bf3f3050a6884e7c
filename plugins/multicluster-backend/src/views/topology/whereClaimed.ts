import { EntityClaim } from '../../matching/rules';
import { TargetRow } from '../rows/TargetRow';
import { EntityTargets } from './selectEntityTargets';
import { EntityWorkloadRecord } from './selectEntityWorkloads';

/** Targets of a workload where the entity says that it is to be looked for. */
export function targetsWhereClaimed(
  record: EntityWorkloadRecord,
  targets: EntityTargets,
  claim: EntityClaim | undefined,
): TargetRow[] {
  const own = targets.get(record.placement?.id ?? -1) ?? [];
  // The annotation names a control plane or one of its clusters, as people have used it for both.
  return claim?.cluster === undefined || claim.cluster === record.controlPlane
    ? own
    : own.filter(target => target.cluster.name === claim.cluster);
}

/** Whether a workload is where the entity says that it is to be looked for. */
export function isWhereClaimed(
  record: EntityWorkloadRecord,
  targets: EntityTargets,
  claim: EntityClaim | undefined,
): boolean {
  return (
    claim?.cluster === undefined ||
    claim.cluster === record.controlPlane ||
    targetsWhereClaimed(record, targets, claim).length > 0
  );
}

/** Ids of the lanes that workloads and their targets were read through. */
export function lanesOf(
  records: EntityWorkloadRecord[],
  rows: TargetRow[],
): number[] {
  return [
    ...records.flatMap(record => [record.laneId, record.placement?.laneId]),
    ...rows.map(row => row.cluster.laneId),
  ].filter((id): id is number => id !== undefined);
}
