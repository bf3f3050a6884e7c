/** English of what is said of gates that a stage asks the portal about, and of gates that are seen to end. @internal */
export const pullSentences = {
  'pull.waits': '{{gate}} waits for approval',
  'pull.waitsFor':
    '{{gate}} waits for approval: {{received}} of {{needed}}, from {{who}}',
  'pull.says': '{{gate}}: {{sentence}}',
  'pull.answerReady': 'The answer is ready for the stage that asks.',
  'pull.notAsking': 'No stage asks at the moment.',
  'pull.notTaken': 'The stage has the answer and has not ended yet.',
  'pull.runOver': 'The run has ended, so that nothing waits for an answer.',
  'pull.runGone': 'The tool does not know the run any more.',
  'pull.wentOn': 'The stage went on without an answer.',
  'pull.stageFailed':
    'The stage failed although it was approved, so that nothing came of it.',
  'pull.ignored': 'The stage went on although it was rejected.',
  'gateEnd.gone': 'The tool does not show the gate any more',
  'gateEnd.expired': 'Nobody decided in time',
  'gateEnd.cancelled':
    'The gate went with its run or with whoever runs it; nobody decided',
} as const;
