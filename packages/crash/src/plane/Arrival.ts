/** When a change came, before it had its effect. */
export interface Arrival {
  /** Its place among all entries. */
  at: number;
  /** Since the epoch. */
  ms: number;
}
