import { ApprovalPolicy } from '../model/ApprovalPolicy';

/** Digests of what a cluster is to have. */
export interface LaneDigests {
  digest: string;
  /** The same without the number of copies. */
  digestWithoutReplicas: string;
}

/** Content that was approved for a lane and seen to be there. Times are milliseconds since the epoch. */
export interface ApprovedContent extends LaneDigests {
  cluster: string;
  appliedAt: number;
}

/** What is asked of {@link exemptionOf}. */
export interface LaneChangeFacts {
  /** What is held now, for each cluster to be released. */
  now: Readonly<Record<string, LaneDigests>>;
  /** Clusters that are to have more than before, or to have it at all, because another was lost or drained. */
  movedTo: readonly string[];
  approved: readonly ApprovedContent[];
  exempt: ApprovalPolicy['exempt'];
  /** By the clock of the database. */
  at: number;
}

/** Content that was applied longer ago has to be approved again. */
const RETURN_MS = 30 * 24 * 3600_000;

/**
 * Why what a lane holds needs no new approval; undefined: it does. Everything is proved by digests, cluster by cluster, and one
 * cluster for which it cannot be proved makes it a change like any other. The first that holds is told:
 *
 * - `failover`: content that is approved for the lane goes to other clusters than before;
 * - `replicas`: every cluster has had the same but for the number of copies, as the last that was approved for it;
 * - `return`: every cluster goes back to what was approved and applied there within 30 days.
 *
 * What was approved last for the lane is what was applied last on any of its clusters.
 */
export function exemptionOf(
  facts: LaneChangeFacts,
): 'replicas' | 'failover' | 'return' | undefined {
  const clusters = Object.entries(facts.now);
  if (clusters.length === 0) {
    return undefined;
  }
  const { exempt, movedTo } = facts;
  const every = (holds: (cluster: string, now: LaneDigests) => boolean) =>
    clusters.every(([cluster, now]) => holds(cluster, now));
  const isMove =
    movedTo.length > 0 &&
    every(
      (cluster, now) =>
        isCurrentHere(facts, cluster, now) ||
        (movedTo.includes(cluster) && isCurrentInLane(facts, now)),
    );
  if (exempt.failover && isMove) {
    return 'failover';
  }
  if (
    exempt.replicas &&
    every((cluster, now) => isCurrentHere(facts, cluster, now))
  ) {
    return 'replicas';
  }
  return exempt.return &&
    every((cluster, now) => wasApplied(facts, cluster, now))
    ? 'return'
    : undefined;
}

function newest(list: readonly ApprovedContent[]): ApprovedContent | undefined {
  return list.reduce<ApprovedContent | undefined>(
    (last, item) => (last && last.appliedAt >= item.appliedAt ? last : item),
    undefined,
  );
}

function isCurrentHere(
  { approved }: LaneChangeFacts,
  cluster: string,
  now: LaneDigests,
): boolean {
  const last = newest(approved.filter(item => item.cluster === cluster));
  return last?.digestWithoutReplicas === now.digestWithoutReplicas;
}

function isCurrentInLane(
  { approved }: LaneChangeFacts,
  now: LaneDigests,
): boolean {
  return newest(approved)?.digestWithoutReplicas === now.digestWithoutReplicas;
}

function wasApplied(
  { approved, at }: LaneChangeFacts,
  cluster: string,
  now: LaneDigests,
): boolean {
  return approved.some(
    item =>
      item.cluster === cluster &&
      item.digest === now.digest &&
      at - item.appliedAt <= RETURN_MS,
  );
}
