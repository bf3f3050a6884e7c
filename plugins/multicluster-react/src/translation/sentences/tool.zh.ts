/** Chinese of `toolSentences`. @internal */
export const toolSentencesZh = {
  'tool.decideThere': '请在工具中决定。',
  'tool.notOffered': '此来源不提供该操作。',
  'tool.notRead': '此来源不读取该内容。',
  'tool.requested': '工具已接受请求。',
  'tool.already': '已是如此。',
  'tool.refused.notListed': '{{user}} 不在可做决定的人员名单中。',
  'tool.refused.notPermitted': '工具不允许 {{user}} 这样做。',
  'tool.refused.noAccount': '没有为您配置该工具中的账户。',
  'tool.refused.noCredential': '需要您自己在该工具中的凭据。',
  'tool.refused.stale': '您查看之后已有变化。',
  'tool.refused.closed': '已没有等待决定的事项。',
  'tool.refused.over': '已结束、已删除或已停用。',
  'tool.refused.notFound': '工具中没有它。',
  'tool.failed': '无法连接工具；未执行任何操作。',
  'tool.ambiguous': '连接已中断；工具可能已接受请求。请先查看，再重复操作。',
} as const;
