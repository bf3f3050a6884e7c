import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { ExemptionBasis, LaneExemption } from '../model/RequestRecord';

/** Digests of what a cluster is to have. */
export interface LaneDigests {
  digest: string;
  /** The same without the number of copies. */
  digestWithoutReplicas: string;
}

/** Content that a cluster of a lane was seen to have. Times are milliseconds since the epoch. */
export interface GivenContent extends LaneDigests {
  cluster: string;
  appliedAt: number;
  /** False: nobody approved it here. It was there when the lane was armed, or was let out past the rules. */
  approved: boolean;
}

/** What is asked of {@link exemptionOf}. */
export interface LaneChangeFacts {
  /** What is held now, for each cluster to be released. */
  now: Readonly<Record<string, LaneDigests>>;
  /** Clusters that are to have more than before, or to have it at all, because another was lost or drained. */
  movedTo: readonly string[];
  /** Clusters that have lost what they had: they were away, and what is held back brings it again. */
  absent: readonly string[];
  /** All of it, approved or not: what is newest is what a cluster has. */
  given: readonly GivenContent[];
  exempt: ApprovalPolicy['exempt'];
  /** Who would release it. */
  by: 'portal' | 'person';
  /** By the clock of the database. */
  at: number;
}

/** Why something needs no new approval, and what that rests on. */
export interface LaneExempt {
  why: LaneExemption;
  basis: ExemptionBasis;
}

/** Content that was applied longer ago has to be approved again. */
const RETURN_MS = 30 * 24 * 3600_000;

/**
 * Why what a lane holds needs no new approval; undefined: it does. Everything is proved by digests, cluster by cluster, and one
 * cluster for which it cannot be proved makes it a change like any other. The first that holds is told:
 *
 * - `failover`: the content that the lane had last goes to other clusters than before, or again to one that lost it;
 * - `replicas`: every cluster has had the same but for the number of copies, as the last that it was given;
 * - `return`: every cluster goes back to what was approved and applied there within 30 days.
 *
 * All of it rests on content that was approved here. Where what was given last was not, a person may still let the first two
 * happen, knowing that; going back there is not. The portal by itself goes back to nothing: what is wrong with what runs now no
 * digest tells.
 */
export function exemptionOf(facts: LaneChangeFacts): LaneExempt | undefined {
  if (Object.keys(facts.now).length === 0) {
    return undefined;
  }
  const proven = sameAsLast(facts, 'approved');
  if (proven) {
    return { why: proven, basis: 'approved' };
  }
  if (facts.by === 'portal') {
    return undefined;
  }
  if (facts.exempt.return && isReturn(facts)) {
    return { why: 'return', basis: 'approved' };
  }
  const known = sameAsLast(facts, 'baseline');
  return known && { why: known, basis: 'baseline' };
}

/** @param basis - `baseline`: approved or not */
function sameAsLast(
  { now, given, movedTo, absent, exempt }: LaneChangeFacts,
  basis: ExemptionBasis,
): 'failover' | 'replicas' | undefined {
  const clusters = Object.entries(now);
  const isLast = (list: readonly GivenContent[], wanted: LaneDigests) => {
    const last = newest(list);
    return (
      last.some(
        item => item.digestWithoutReplicas === wanted.digestWithoutReplicas,
      ) &&
      (basis === 'baseline' || last.every(({ approved }) => approved))
    );
  };
  const isLastHere = (cluster: string, wanted: LaneDigests) =>
    isLast(
      given.filter(item => item.cluster === cluster),
      wanted,
    );
  const isMove =
    movedTo.length + absent.length > 0 &&
    clusters.every(
      ([cluster, wanted]) =>
        isLastHere(cluster, wanted) ||
        (movedTo.includes(cluster) && isLast(given, wanted)),
    );
  if (exempt.failover && isMove) {
    return 'failover';
  }
  return exempt.replicas &&
    absent.length === 0 &&
    clusters.every(([cluster, wanted]) => isLastHere(cluster, wanted))
    ? 'replicas'
    : undefined;
}

/** Several, where they were given at one moment. */
function newest(list: readonly GivenContent[]): GivenContent[] {
  const at = list.reduce(
    (last, { appliedAt }) => Math.max(last, appliedAt),
    -Infinity,
  );
  return list.filter(({ appliedAt }) => appliedAt === at);
}

function isReturn({ now, given, at }: LaneChangeFacts): boolean {
  return Object.entries(now).every(([cluster, { digest }]) =>
    given.some(
      item =>
        item.approved &&
        item.cluster === cluster &&
        item.digest === digest &&
        at - item.appliedAt <= RETURN_MS,
    ),
  );
}
