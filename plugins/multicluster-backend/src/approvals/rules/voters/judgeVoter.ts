import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../../model/RequestRecord';
import { VoterFacts } from '../quorum/VoterFacts';
import { callerRefusal, VoterIdentity } from './callerRefusal';
import { groupsThatCount } from './groupsThatCount';
import { isEligible } from './isEligible';
import { separationRefusal } from './separationRefusal';
import { toolRefusal } from './toolRefusal';

/** Who wants to vote, as verified credentials and the catalog say. */
export interface JudgedVoter extends VoterIdentity {
  /** Whether the catalog has the user. */
  exists: boolean;
  email?: string;
  /** What the platform's configuration calls the user in the request's source. */
  nativeIds: readonly string[];
  facts: VoterFacts;
}

/** Whether somebody may vote, and for which groups it counts. */
export type VoterVerdict =
  | { allowed: true; groups: string[] }
  | { allowed: false; code: ApprovalCode };

/**
 * Whether a person's vote on a request would count now, by what the catalog says now. What is told first is what the person can
 * do least about; the permission framework is asked beside.
 *
 * @remarks
 * Read again at seal and at send: somebody who left a required group in between does not count any more.
 */
export function judgeVoter(
  request: Pick<
    RequestRecord,
    'policy' | 'requesters' | 'refusal' | 'identityMode' | 'detail'
  >,
  voter: JudgedVoter,
  decision: 'approve' | 'reject',
): VoterVerdict {
  const { policy, requesters } = request;
  const user = voter.userEntityRef ?? '';
  const code =
    callerRefusal(voter) ??
    request.refusal ??
    (voter.exists ? undefined : 'NOT_IN_CATALOG') ??
    separationRefusal(policy.separation, requesters, { ...voter, user }) ??
    (isEligible(policy.require, user, voter.facts)
      ? undefined
      : 'NOT_ELIGIBLE') ??
    toolRefusal(request, voter.nativeIds, decision);
  return code
    ? { allowed: false, code }
    : {
        allowed: true,
        groups: groupsThatCount(policy.require, user, voter.facts),
      };
}
