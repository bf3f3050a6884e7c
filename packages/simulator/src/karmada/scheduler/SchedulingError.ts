/** Why nothing was scheduled, as the reason of the Scheduled condition says it. */
export type SchedulingReason =
  | 'NoClusterFit'
  | 'Unschedulable'
  | 'SchedulerError'
  | 'QuotaExceeded';

/** A schedule that failed. NoClusterFit takes the old placement away, the others leave it. */
export class SchedulingError extends Error {
  readonly reason: SchedulingReason;

  constructor(reason: SchedulingReason, message: string) {
    super(message);
    this.name = 'SchedulingError';
    this.reason = reason;
  }
}
