import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

/**
 * Why nothing of what was decided goes out by now, although its votes count: the request as a whole is refused, which may pass, as
 * when a tool lost a capability for a while. That there are too few people for another vote concerns none that was cast, and what
 * was decided past the rules, or approved before, rests on none.
 */
export function holdingRefusal({
  refusal,
  decision,
  breakGlass,
  detail,
}: Pick<RequestRecord, 'refusal' | 'decision' | 'breakGlass' | 'detail'>):
  | ApprovalCode
  | undefined {
  const restsOnVotes =
    decision === 'reject' ||
    (!breakGlass && !detail.exemption && detail.exemptBy === undefined);
  return restsOnVotes && refusal !== 'POLICY_UNSATISFIABLE'
    ? refusal
    : undefined;
}
