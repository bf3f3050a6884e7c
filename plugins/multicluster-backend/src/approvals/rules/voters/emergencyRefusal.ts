import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** What a policy has against votes and an emergency goes past; whether it can be decided here at all is none of it. */
const WAIVED: ReadonlySet<ApprovalCode> = new Set([
  'AUTHOR_UNKNOWN',
  'POLICY_UNSATISFIABLE',
  'SUBJECT_INCOMPLETE',
  'SUBJECT_UNPINNED',
]);

/** What of that for which nobody may vote keeps from deciding past the rules too. */
export function emergencyRefusal(
  refusal: ApprovalCode | undefined,
): ApprovalCode | undefined {
  return refusal && !WAIVED.has(refusal) ? refusal : undefined;
}
