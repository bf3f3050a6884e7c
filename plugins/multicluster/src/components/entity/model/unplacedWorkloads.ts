import {
  EntityWorkload,
  SchedulingReason,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** A workload that runs nowhere, and why. @internal */
export interface UnplacedWorkload {
  id: string;
  kind: string;
  name: string;
  sentence?: Sentence;
  reasons: SchedulingReason[];
}

/**
 * Workloads that no cluster has.
 *
 * @internal
 */
export function unplacedWorkloads(
  workloads: EntityWorkload[],
): UnplacedWorkload[] {
  return workloads
    .filter(workload => !workload.placement?.targets.length)
    .map(({ id, kind, name, unplaced, placement }) => ({
      id,
      kind,
      name,
      sentence: unplaced ?? placement?.summary.sentence,
      reasons: placement?.summary.schedulingReasons ?? [],
    }));
}
