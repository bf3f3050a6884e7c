import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** Of why nobody may vote in this portal, what keeps from acts too that need nobody's vote, and somebody who carries them out. */
export function switchedOff(
  platform: ApprovalCode | undefined,
): Extract<ApprovalCode, 'APPROVALS_DISABLED'> | undefined {
  return platform === 'APPROVALS_DISABLED' ? platform : undefined;
}
