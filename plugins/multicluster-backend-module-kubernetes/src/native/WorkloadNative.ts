/**
 * What the state rules need of a workload, beside the workload itself. Counts that a kind does not have are absent; an
 * omitted count of one that has is zero.
 *
 * @internal
 */
export type WorkloadNative = {
  /** The one cluster it is on. */
  cluster: string;
  /** The generation of the workload that this tells of: a newer template may be stored a moment before. Absent: not known. */
  generation?: number;
  /** The controller has yet to look at the latest change; then the generation it looked at. */
  behind?: { observed: number };
  /** Copies that should run. */
  wanted?: number;
  /** Copies that should be of the newest revision; absent where nobody replaces old ones (`OnDelete`). */
  renewed?: number;
  total?: number;
  updated?: number;
  ready?: number;
  available?: number;
  paused?: true;
  suspended?: true;
  /** The cluster itself says that the rollout did not get on in time. */
  stalled?: true;
  /** The cluster itself says that a rollout was through once. */
  through?: true;
  /** Why copies cannot be made. */
  failure?: string;
  /** How a Job ended. */
  end?: 'complete' | 'failed';
  endMessage?: string;
  /** Image ids that all pods of this generation report alike, by container; absent: not read, or they differ. */
  ids?: Record<string, string>;
};
