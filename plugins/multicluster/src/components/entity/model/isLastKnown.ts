import {
  EntityWorkload,
  workloadCondition,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * Whether a workload reads well only because nothing was heard since a cluster of it was lost: as lists of workloads have it.
 *
 * @internal
 */
export function isLastKnown({ placement }: EntityWorkload): boolean {
  return (
    placement !== undefined &&
    workloadCondition({
      summary: placement.summary,
      lastKnown: placement.targets.filter(
        ({ freshness }) => freshness.state === 'last-known',
      ).length,
    }) === 'last-known'
  );
}
