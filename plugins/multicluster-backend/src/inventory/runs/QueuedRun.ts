/** A run in the queue of its pipeline. */
export interface QueuedRun {
  /** Absent: it is not stored yet. */
  id?: number;
  key: string;
  status: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
}
