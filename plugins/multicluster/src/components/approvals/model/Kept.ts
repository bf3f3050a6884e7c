import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';

/** A request that stays where it is listed. @internal */
export interface Kept {
  /** As it was when it was looked at, or became by what was done with it. */
  item: ApprovalItem;
  /** Its place among all that is listed, from 0. */
  at: number;
  /** True: what was done with it came to an end. */
  isAnswered: boolean;
}
