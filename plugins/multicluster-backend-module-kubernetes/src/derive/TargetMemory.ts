/**
 * What the next derivation must know of this one. All times are when we saw something, in ms since the epoch.
 *
 * @internal
 */
export type TargetMemory = {
  /** The rollout that the rest is about. */
  k: string;
  /** Was fully available since that began. */
  f?: true;
  /** Not settled since. */
  s?: number;
};
