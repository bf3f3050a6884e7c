import { ApprovalPolicy } from '../../model/ApprovalPolicy';

/** Whether a vote lacks the comment that its policy asks for. */
export function commentRefusal(
  { comment: asked }: Pick<ApprovalPolicy, 'comment'>,
  decision: 'approve' | 'reject',
  comment: string | undefined,
): 'COMMENT_REQUIRED' | undefined {
  const needed =
    asked === 'required' || (asked === 'on-reject' && decision === 'reject');
  return needed && !comment?.trim() ? 'COMMENT_REQUIRED' : undefined;
}
