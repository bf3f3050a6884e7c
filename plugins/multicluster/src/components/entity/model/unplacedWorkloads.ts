import {
  EntityWorkload,
  SchedulingReason,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  AnyState,
  summaryState,
} from '@fairway/backstage-plugin-multicluster-react';

/** A workload that runs nowhere, and why. @internal */
export interface UnplacedWorkload {
  id: string;
  kind: string;
  name: string;
  /** Calm where nobody wants copies of it; else it is one that should run and does not. */
  state: Extract<AnyState, 'scaled-to-zero' | 'unscheduled'>;
  sentence?: Sentence;
  reasons: SchedulingReason[];
}

/**
 * Workloads that no cluster has, those that somebody should look at first.
 *
 * @internal
 */
export function unplacedWorkloads(
  workloads: EntityWorkload[],
): UnplacedWorkload[] {
  return workloads
    .filter(workload => !workload.placement?.targets.length)
    .map(({ id, kind, name, unplaced, placement }): UnplacedWorkload => {
      const calm =
        placement && summaryState(placement.summary) === 'scaled-to-zero';
      return {
        id,
        kind,
        name,
        state: calm ? 'scaled-to-zero' : 'unscheduled',
        sentence: unplaced ?? placement?.summary.sentence,
        reasons: placement?.summary.schedulingReasons ?? [],
      };
    })
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ state }: UnplacedWorkload): number {
  return state === 'unscheduled' ? 0 : 1;
}
