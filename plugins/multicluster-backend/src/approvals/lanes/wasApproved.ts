import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';

/**
 * Whether what a request released counts as approved from then on: people voted for it, or it only brought back what was approved
 * before. What somebody decided past the rules, or accepted although nobody had approved it, does not: the portal would otherwise
 * repeat it by itself.
 *
 * @param votes - those that count
 */
export function wasApproved(
  {
    decision,
    breakGlass,
    detail,
  }: Pick<RequestRecord, 'decision' | 'breakGlass' | 'detail'>,
  votes: readonly Pick<VoteRecord, 'decision'>[],
): boolean {
  if (decision !== 'approve' || breakGlass) {
    return false;
  }
  return detail.exemption
    ? detail.exemptionBasis === 'approved'
    : votes.some(vote => vote.decision === 'approve');
}
