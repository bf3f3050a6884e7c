import { Repository } from '../views/promotion/rules/parseRemote';

/** Two commits of a repository, both hexadecimal. */
export interface CommitPair {
  repository: Repository;
  /** What there is. */
  base: string;
  /** What there would be. */
  head: string;
}
