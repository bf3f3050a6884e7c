import {
  QuorumProgress,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { missingApprovals } from '../rules/quorum/missingApprovals';

/** What a vote would be added to. */
export interface VoteSituation {
  policy: Pick<ApprovalPolicy, 'rejections' | 'recallMs'>;
  /** True: enough have approved without the viewer. */
  met: boolean;
  /** How far the rule were with the viewer's approval. */
  approved: QuorumProgress;
  /** Of others, that count. */
  rejections: number;
  /** How the viewer voted already. */
  own?: 'approve' | 'reject';
  /** True: what is decided now takes effect as soon as it was not taken back. */
  open: boolean;
}

/** What a vote leads to, for who is about to cast it. Advisory: others may vote meanwhile. */
export function afterVote(
  decision: 'approve' | 'reject',
  situation: VoteSituation,
): Sentence {
  const { policy, open } = situation;
  const seconds = Math.round(policy.recallMs / 1000);
  if (decision === 'reject') {
    const count = policy.rejections - situation.rejections - 1;
    if (count > 0) {
      return sentence('approval.after.moreRejections', { count });
    }
    return seconds > 0
      ? sentence('approval.after.rejectedRecall', { seconds })
      : sentence('approval.after.rejected');
  }
  if (situation.met) {
    return sentence('approval.after.enough');
  }
  const count = missingApprovals(situation.approved);
  if (count > 0) {
    return sentence('approval.after.more', { count });
  }
  if (!open) {
    return sentence('approval.after.lastWaits');
  }
  return seconds > 0
    ? sentence('approval.after.lastRecall', { seconds })
    : sentence('approval.after.last');
}
