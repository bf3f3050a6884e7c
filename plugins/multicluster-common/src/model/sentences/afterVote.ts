/** English of what a vote leads to, said before it is cast. @internal */
export const afterVoteSentences = {
  'approval.after.more_one': 'After yours it waits for one more approval',
  'approval.after.more_other':
    'After yours it waits for {{count}} more approvals',
  'approval.after.last':
    'Yours is the last approval it needs, and cannot be taken back',
  'approval.after.lastRecall':
    'Yours is the last approval it needs; it can be taken back for {{seconds}} s',
  'approval.after.lastWaits':
    'Yours is the last approval it needs; it then waits until it may take effect',
  'approval.after.moreRejections_one':
    'After yours it takes one more rejection to end it',
  'approval.after.moreRejections_other':
    'After yours it takes {{count}} more rejections to end it',
  'approval.after.rejected': 'Yours ends it, and cannot be taken back',
  'approval.after.rejectedRecall':
    'Yours ends it; it can be taken back for {{seconds}} s',
  'approval.after.enough':
    'Enough have approved already; yours is noted beside theirs',
  'approval.after.approvedAlready': 'You approved it already',
  'approval.after.rejectedAlready': 'You rejected it already',
} as const;
