import { LaneDigests, GivenContent } from '../../rules/exemptionOf';

/** What is asked of {@link movedClusters}. */
export interface MoveFacts {
  /** What is held now, for each cluster to be released. */
  now: Readonly<Record<string, LaneDigests>>;
  /** Newest first. */
  given: readonly GivenContent[];
  /** Lost or being drained. */
  lost: readonly string[];
  /** Every environment that something of the lane belongs to there; '' for none. */
  environmentsOf(cluster: string): string[];
}

/**
 * Clusters that content moves to because another was lost: only what the lost one had last moves, and only within its
 * environment. A cluster of another is reached by a placement that somebody changed, whatever was lost meanwhile; so is one of
 * which nobody knows the environment.
 */
export function movedClusters({
  now,
  given,
  lost,
  environmentsOf,
}: MoveFacts): string[] {
  const moving = new Set(
    Object.values(now).map(item => item.digestWithoutReplicas),
  );
  const from = lost.filter(cluster => {
    const last = given.find(item => item.cluster === cluster);
    return last !== undefined && moving.has(last.digestWithoutReplicas);
  });
  const within = new Set(from.flatMap(environmentsOf));
  return Object.keys(now).filter(cluster => {
    const own = environmentsOf(cluster);
    return (
      !lost.includes(cluster) &&
      own.length > 0 &&
      own.every(name => within.has(name))
    );
  });
}
