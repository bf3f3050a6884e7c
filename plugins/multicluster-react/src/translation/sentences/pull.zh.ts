/** Chinese of `pullSentences`. @internal */
export const pullSentencesZh = {
  'pull.waits': '{{gate}} 正在等待批准',
  'pull.waitsFor':
    '{{gate}} 正在等待批准：{{received}} / {{needed}}，可由 {{who}} 批准',
  'pull.says': '{{gate}}：{{sentence}}',
  'pull.answerReady': '答复已备好，等待询问的阶段来取。',
  'pull.notAsking': '目前没有阶段在询问。',
  'pull.notTaken': '阶段已得到答复，尚未结束。',
  'pull.runOver': '运行已结束，没有什么在等待答复。',
  'pull.runGone': '工具已不认识该运行。',
  'pull.wentOn': '阶段未得到答复就继续了。',
  'pull.stageFailed': '该阶段虽已获批仍然失败，因此没有产生效果。',
  'pull.ignored': '该阶段虽被拒绝仍然继续了。',
  'gateEnd.gone': '工具已不再显示该关卡',
  'gateEnd.expired': '无人及时作出决定',
  'gateEnd.cancelled': '关卡随其运行或执行者一同结束，没有人作出决定',
} as const;
