import { Sentence } from '../../model/Sentence';

/** Whose manifest it is; `unread`: it cannot be read, and `reason` says why. @public */
export interface DiffSide {
  state: 'read' | 'absent' | 'unread';
  /** The cluster that was asked; one stands for its environment. */
  cluster?: string;
  reason?: Sentence;
}

/** A line; `removed`: only as it is now, `added`: only as it would be. @public */
export interface DiffLine {
  change: 'same' | 'removed' | 'added';
  text: string;
}

/** Lines that follow on each other, with some that are the same around them. @public */
export interface DiffHunk {
  /** Number of the first one in what there is now, from 1. */
  line: number;
  lines: DiffLine[];
}

/** How the manifest of a workload would change. @public */
export interface WorkloadDiff {
  kind: string;
  name: string;
  /** In the environment that would get something. */
  now: DiffSide;
  /** In the environment that has it. */
  next: DiffSide;
  /** Empty: nothing would change. Absent where a side was not read or is not there, or the two differ too much to be compared. */
  hunks?: DiffHunk[];
  /** Why two manifests that were read are not compared. */
  problem?: Sentence;
}

/**
 * `GET /v1/entities/{namespace}/{kind}/{name}/promotion/diff?from=…&to=…`: what `to` would get if it got what `from` has, as
 * lines of what one cluster of each was sent or has. Values of secrets and settings are not in it.
 *
 * @public
 */
export interface PromotionDiff {
  entityRef: string;
  from: string;
  to: string;
  workloads: WorkloadDiff[];
  /** Workloads beyond those; absent: none. */
  omitted?: number;
  /** ISO 8601. */
  observedAt: string;
}
