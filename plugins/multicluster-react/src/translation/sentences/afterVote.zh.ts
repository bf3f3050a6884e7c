/** Chinese of `afterVoteSentences`. @internal */
export const afterVoteSentencesZh = {
  'approval.after.more_one': '在您批准之后，还需一个批准',
  'approval.after.more_other': '在您批准之后，还需 {{count}} 个批准',
  'approval.after.last': '您的批准是所需的最后一个，且无法撤回',
  'approval.after.lastRecall':
    '您的批准是所需的最后一个；可在 {{seconds}} 秒内撤回',
  'approval.after.lastWaits':
    '您的批准是所需的最后一个；之后会等到可以生效的时间',
  'approval.after.moreRejections_one': '在您拒绝之后，还需一个拒绝才会终止',
  'approval.after.moreRejections_other':
    '在您拒绝之后，还需 {{count}} 个拒绝才会终止',
  'approval.after.rejected': '您的拒绝会使其终止，且无法撤回',
  'approval.after.rejectedRecall':
    '您的拒绝会使其终止；可在 {{seconds}} 秒内撤回',
  'approval.after.enough': '批准的人数已足够；您的批准会一并记录',
  'approval.after.approvedAlready': '您已批准',
  'approval.after.rejectedAlready': '您已拒绝',
};
