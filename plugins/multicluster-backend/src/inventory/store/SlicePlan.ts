/** Everything one transaction writes, as far as whoever cuts slices has to know it. */
export interface SlicePlan {
  /** Whether there is nothing to write at all. */
  readonly isEmpty: boolean;
  /** How many rows the lane gains or loses. */
  readonly objects: number;
  /** Rows that the facts of the slice are kept in, written or not: what a sweep has seen. */
  readonly kept: ReadonlyArray<{ id?: number }>;
}
