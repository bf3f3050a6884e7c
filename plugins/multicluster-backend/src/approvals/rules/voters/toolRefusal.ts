import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../../model/RequestRecord';
import { namesIn } from './namesIn';

/**
 * Why a vote could never have its effect at the tool: it would see somebody it does not know, or does not list, or knows no
 * rejection. Told before the
 * vote, because a vote that is collected and then not taken is worse than none.
 */
export function toolRefusal(
  request: Pick<RequestRecord, 'identityMode' | 'detail'>,
  nativeIds: readonly string[],
  decision: 'approve' | 'reject',
): ApprovalCode | undefined {
  if (decision === 'reject' && request.detail.toolRejects === false) {
    return 'DECIDED_IN_TOOL';
  }
  // Of those who decide about a lane only the last is seen by its control plane, whose own configuration names them.
  if (request.identityMode !== 'impersonated' || request.detail.waves) {
    return undefined;
  }
  if (nativeIds.length === 0) {
    return 'NO_IDENTITY_IN_TOOL';
  }
  const listed = request.detail.toolApprovers ?? [];
  const mine = new Set(nativeIds.flatMap(namesIn));
  return decision === 'approve' &&
    listed.length > 0 &&
    !listed.flatMap(namesIn).some(name => mine.has(name))
    ? 'NOT_LISTED_IN_TOOL'
    : undefined;
}
