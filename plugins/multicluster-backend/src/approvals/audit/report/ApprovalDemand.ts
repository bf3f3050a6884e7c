/**
 * A time in which a policy asked for approval in an environment, or ('' as its name) in which that is noted at all. Times are
 * milliseconds since the epoch.
 */
export interface ApprovalDemand {
  environment: string;
  since: number;
  /** Absent: it does now. */
  until?: number;
}
