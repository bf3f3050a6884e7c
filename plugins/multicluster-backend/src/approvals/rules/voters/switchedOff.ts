import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalSettings } from '../policy/readApprovalSettings';

/**
 * What keeps from acts too that need nobody's vote, and somebody who carries them out: nothing is observed, delivered or expires. It
 * goes by the configuration alone, whatever else keeps people from voting in this portal.
 */
export function switchedOff({
  enabled,
}: Pick<ApprovalSettings, 'enabled'>):
  | Extract<ApprovalCode, 'APPROVALS_DISABLED'>
  | undefined {
  return enabled ? undefined : 'APPROVALS_DISABLED';
}
