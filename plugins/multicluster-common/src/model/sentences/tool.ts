/** English of what any source may say of a delivery tool, so that a new kind of source needs no sentences of its own. @internal */
export const toolSentences = {
  'tool.decideThere': 'Decided in the tool itself.',
  'tool.notOffered': 'This source does not offer it.',
  'tool.notRead': 'This source does not read it.',
  'tool.requested': 'The tool has taken the request.',
  'tool.already': 'This is so already.',
  'tool.refused.notListed':
    '{{user}} is not on the list of those who may decide.',
  'tool.refused.notPermitted': 'The tool does not permit it to {{user}}.',
  'tool.refused.noAccount': 'No account at the tool is configured for you.',
  'tool.refused.noCredential': 'Needs your own credential at the tool.',
  'tool.refused.stale': 'It has changed since you looked at it.',
  'tool.refused.closed': 'Nothing waits for a decision any more.',
  'tool.refused.over': 'It is over, deleted or switched off.',
  'tool.refused.notFound': 'The tool does not know it.',
  'tool.failed': 'The tool could not be reached; nothing was done.',
  'tool.ambiguous':
    'The connection was lost; the tool may have taken it. Look before you repeat it.',
} as const;
