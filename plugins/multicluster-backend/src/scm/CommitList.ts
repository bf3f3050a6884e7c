import { PromotionCommit } from '@fairway/backstage-plugin-multicluster-common';

/** What a repository has at one commit and not at another. */
export interface CommitList {
  /** Newest first, at most as many as are shown. */
  commits: PromotionCommit[];
  /** How many there are. */
  total: number;
}
