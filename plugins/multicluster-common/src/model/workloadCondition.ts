import { PlacementSummary, PlacementSummaryState } from './PlacementSummary';

/**
 * What a workload comes to, worst first. This is the order of every list: what runs nowhere, what runs badly, what waits for
 * somebody, what nobody can see; then what moves, and what is well.
 *
 * @remarks
 * `unplaced`: no placement, and somebody means it to have one. `last-known`: it read well before a cluster of it was lost.
 * `unread`: no placement is known, but those of its source could not all be read.
 *
 * @public
 */
export const workloadConditions = [
  'unscheduled',
  'unplaced',
  'degraded',
  'scheduling-suspended',
  'last-known',
  'unread',
  'progressing',
  'converged',
] as const;

/** {@inheritDoc workloadConditions} @public */
export type WorkloadCondition = (typeof workloadConditions)[number];

const WELL: ReadonlySet<PlacementSummaryState> = new Set([
  'progressing',
  'converged',
]);

/**
 * The condition of a workload.
 *
 * @param workload - its summary, absent where no placement is known; whether placements could not be read; on how many
 *   clusters what is shown of it is only last known
 *
 * @public
 */
export function workloadCondition(workload: {
  summary?: Pick<PlacementSummary, 'state'>;
  unread?: boolean;
  lastKnown: number;
}): WorkloadCondition {
  const { summary, unread, lastKnown } = workload;
  if (!summary) {
    return unread ? 'unread' : 'unplaced';
  }
  return lastKnown > 0 && WELL.has(summary.state)
    ? 'last-known'
    : summary.state;
}
