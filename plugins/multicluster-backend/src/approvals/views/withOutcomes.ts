import {
  ApprovalAbilities,
  ApprovalAbility,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { afterVote, VoteSituation } from './afterVote';

const ALREADY = {
  approve: 'approval.after.approvedAlready',
  reject: 'approval.after.rejectedAlready',
} as const;

/** Says of each vote that the viewer may cast what it leads to; of the others it is said already why not. */
export function withOutcomes(
  can: ApprovalAbilities,
  situation: VoteSituation,
): ApprovalAbilities {
  return {
    ...can,
    approve: told(can.approve, 'approve', situation),
    reject: told(can.reject, 'reject', situation),
  };
}

function told(
  ability: ApprovalAbility,
  decision: 'approve' | 'reject',
  situation: VoteSituation,
): ApprovalAbility {
  if (!ability.allowed) {
    return ability;
  }
  // The same once more would change nothing: what it waits for is somebody else.
  return situation.own === decision
    ? { allowed: false, sentence: sentence(ALREADY[decision]) }
    : { allowed: true, sentence: afterVote(decision, situation) };
}
