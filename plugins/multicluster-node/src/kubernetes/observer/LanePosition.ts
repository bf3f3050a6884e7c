/** How far a lane was read. Kept over all sessions of an observation. @internal */
export interface LanePosition {
  /** Undefined: it must be listed. */
  resourceVersion?: string;
  /** When a checkpoint was last stored, in milliseconds of the observation's clock. */
  storedAt: number;
}
