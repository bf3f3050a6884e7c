import { ScopeTarget } from '../PromotionScope';

/** A change of the version that a target runs. */
export interface VersionChange {
  placementId: number;
  /** Its name within its control plane. */
  cluster: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** As the inventory writes it, see versionLabel. */
  to: string;
}

/** {@inheritDoc versionSince} */
export interface VersionSince {
  /** Milliseconds since the epoch. */
  since: number;
  /** Nobody saw the change: it may have been so for longer. */
  atLeast: boolean;
}

/**
 * Since when the clusters of an environment run what they run: the newest of their changes.
 *
 * @remarks
 * A cluster without a change to what it runs now was first seen with it, or the change is older than the history. Where no
 * cluster has one, all that is known is that each was in its state since then.
 *
 * @param label - the version of a target as the history writes it
 * @param changes - newest first
 */
export function versionSince(
  targets: ScopeTarget[],
  changes: VersionChange[],
  label: (target: ScopeTarget) => string,
): VersionSince | undefined {
  if (targets.length === 0) {
    return undefined;
  }
  const seen = targets.flatMap(target => {
    const newest = changes.find(
      change =>
        change.placementId === target.placementId &&
        change.cluster === target.member,
    );
    return newest?.to === label(target) ? [newest.at] : [];
  });
  return seen.length > 0
    ? { since: Math.max(...seen), atLeast: false }
    : {
        since: Math.max(...targets.map(target => target.stateSince)),
        atLeast: true,
      };
}
