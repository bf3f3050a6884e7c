import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/**
 * Why nobody may vote once more is known of what is decided about. Whether there are enough people is looked at by itself, see
 * QuorumWatch.
 *
 * @param told - `null`: nothing that is known keeps from it; undefined: that was not asked
 */
export function refusalAfter(
  before: ApprovalCode | undefined,
  told: ApprovalCode | null | undefined,
): ApprovalCode | undefined {
  const kept = told === undefined || before === 'POLICY_UNSATISFIABLE';
  return told ?? (kept ? before : undefined);
}
