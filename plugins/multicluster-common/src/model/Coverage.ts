import { Sentence } from './Sentence';

/**
 * Why something could not be read.
 *
 * @public
 */
export type ProblemCode =
  | 'unreachable'
  | 'timeout'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-served'
  | 'rate-limited'
  | 'upstream-error'
  | 'not-an-api'
  | 'tls'
  | 'too-large'
  | 'malformed'
  | 'configuration'
  | 'never-reported'
  | 'not-ready'
  | 'incomplete';

/** Something that could not be read, and since when. @public */
export interface CoverageProblem {
  /** Configured name of the source. */
  source: string;
  /** What of it: a cluster, a kind, a lane. Absent: the source as a whole. */
  subject?: string;
  code: ProblemCode;
  sentence: Sentence;
  /** ISO 8601. */
  since: string;
}

/**
 * How much of what an answer is about was really read.
 *
 * @remarks
 * `total` is null when nobody can know it (a source that was never read). An unread cluster is never shown as zero: the
 * answer says `seen: 97, total: 100` instead.
 *
 * @public
 */
export interface Coverage {
  seen: number;
  total: number | null;
  /** Of those seen, how many are last known rather than live. */
  stale: number;
  /** ISO 8601; when the oldest of what is shown was last confirmed. */
  oldest?: string;
  problems: CoverageProblem[];
}
