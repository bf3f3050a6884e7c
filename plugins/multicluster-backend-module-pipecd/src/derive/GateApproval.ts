/** Somebody whose approval a gate counted. @internal */
export interface GateApproval {
  name: string;
  /** Seconds since the epoch, where the log says so. */
  at?: number;
}
