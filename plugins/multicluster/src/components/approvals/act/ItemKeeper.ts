import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';

/** Keeps a request where it is listed while its reader is at it: with it would go their dialog, what they wrote and the keyboard. @internal */
export interface ItemKeeper {
  /** A dialog is open on it, or something is done with it. The one before is let go once what was done with that came to an end. */
  keep(item: ApprovalItem): void;
  /** What was done with it came to an end, taken or not: as it is by that. */
  answered(item: ApprovalItem): void;
  /** It was left without doing anything. */
  letGo(item: ApprovalItem): void;
}
