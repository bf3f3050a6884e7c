import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** What speaks against votes on something new; what was approved before was looked at by these when it was. */
const ABOUT_VOTES: ReadonlySet<ApprovalCode> = new Set([
  'AUTHOR_UNKNOWN',
  'POLICY_UNSATISFIABLE',
  'SUBJECT_INCOMPLETE',
  'SUBJECT_UNPINNED',
]);

/** Whether a refusal of a request keeps it from being released without votes as well, so that it fails closed. */
export function keepsFromExemption(code: ApprovalCode | undefined): boolean {
  return code !== undefined && !ABOUT_VOTES.has(code);
}
