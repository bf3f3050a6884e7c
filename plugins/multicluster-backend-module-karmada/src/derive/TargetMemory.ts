/**
 * What the next derivation of a target must know of this one. All times are when we saw something, in ms since the
 * epoch; they change only when the thing seen changes.
 *
 * @internal
 */
export type TargetMemory = {
  /** What the rest is about, see changeKey. */
  k?: string;
  /** Was fully available, or well, since that last changed. */
  f?: true;
  /** Not settled since. */
  s?: number;
  /** Accepted by the member since, with nothing reflected yet. */
  a?: number;
  /**
   * Held back what is to take the place of copies that ran before: of a cluster that was lost, or on this one before it was.
   * Karmada forgets them once the old copy is purged, and then it looks like something that was never delivered at all.
   */
  l?: true;
};
