import { Sentence } from '../../model/Sentence';

/** A commit, as the host of its repository tells it. @public */
export interface PromotionCommit {
  sha: string;
  /** First line of the message; text, and cut where it is long. */
  title: string;
  /** Name of who wrote it; absent where nobody is named. */
  author?: string;
  /** ISO 8601, when it was written. */
  at?: string;
  /** Its page on the host. */
  url?: string;
}

/**
 * `GET /v1/entities/{namespace}/{kind}/{name}/promotion/commits?from=…&to=…`: the commits that `to` would get if it got what
 * `from` has.
 *
 * @public
 */
export interface PromotionCommits {
  entityRef: string;
  from: string;
  to: string;
  /** The commit that `to` has now, and the one that it would get. */
  base?: string;
  head?: string;
  /** Newest first. */
  commits: PromotionCommit[];
  /** Commits beyond those; absent: none. */
  omitted?: number;
  /** Why there are no commits here: they cannot be read, or none comes. */
  sentence?: Sentence;
  /** Where the host shows them. */
  compareUrl?: string;
  /** ISO 8601. */
  observedAt: string;
}
