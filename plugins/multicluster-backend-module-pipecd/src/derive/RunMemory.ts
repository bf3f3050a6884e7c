/** What the next derivation of a run must know of this one. @internal */
export type RunMemory = {
  /** Was seen before its first stage began. */
  early?: true;
  /** Since when it could have been planned: nothing stood before it. In ms since the epoch. */
  free?: number;
  /** Since when it rolls back, in ms since the epoch. */
  back?: number;
  starts: StageStart[];
};

/** When PipeCD said that a stage runs; in seconds since the epoch, as it counts. @internal */
export type StageStart = {
  key: string;
  /** `retried_count`. */
  retried: number;
  first: number;
  /** A restart of the piped reports the stage anew. */
  last: number;
  /** It ran already when the run was first seen, so that it may have begun earlier. */
  late?: true;
};
