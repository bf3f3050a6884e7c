import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../../model/RequestRecord';
import { VoteRecord } from '../../model/VoteRecord';
import { toolRefusal } from './toolRefusal';

/**
 * Why what somebody decides past the rules could never have its effect at the tool: those are the portal's rules and not the tool's,
 * which sees somebody that it does not know or list, or fewer people than it waits for.
 *
 * @param given - `votes`: those that count
 */
export function emergencyAtTool(
  request: Pick<RequestRecord, 'identityMode' | 'detail'>,
  given: {
    user: string;
    nativeIds: readonly string[];
    votes: readonly Pick<VoteRecord, 'voter' | 'decision'>[];
  },
): ApprovalCode | undefined {
  const { user, nativeIds, votes } = given;
  const agreed = votes
    .filter(({ decision }) => decision === 'approve')
    .map(({ voter }) => voter);
  const people = new Set([...agreed, user]).size;
  return (
    toolRefusal(request, nativeIds, 'approve') ??
    (people < (request.detail.toolNeeds ?? 1)
      ? 'TOOL_CANNOT_BE_MET'
      : undefined)
  );
}
