import { LaneTarget } from './LaneFacts';

/** Copies of a lane on one cluster, over everything that counts them. */
export interface HeldBack {
  runs: number;
  wanted: number;
}

/**
 * How short of copies a cluster is because of the hold; undefined: it is not. Copies that it was given and that are not ready are
 * no part of it: everything of a lane is held at all times, and a pod that restarts waits for no release.
 *
 * @param targets - of one cluster
 */
export function heldBackFrom(
  targets: readonly LaneTarget[],
): HeldBack | undefined {
  const sum = (count: 'ready' | 'desired') =>
    targets.reduce(
      (total, { derived }) => total + (derived.replicas[count] ?? 0),
      0,
    );
  const [runs, wanted] = [sum('ready'), sum('desired')];
  return runs < wanted && targets.some(({ derived }) => derived.heldBack)
    ? { runs, wanted }
    : undefined;
}
