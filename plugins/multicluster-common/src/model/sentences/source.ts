const problems = {
  unreachable: 'the server cannot be reached.',
  timeout: 'the server did not answer in time.',
  unauthenticated: 'the server does not accept the credential.',
  forbidden: 'the credential may not read this.',
  notServed: 'the server does not serve this kind.',
  rateLimited: 'the server asks to be asked less often.',
  upstreamError: 'the server answers with an error.',
  notAnApi: 'what answers at the address is not a Kubernetes API server.',
  tls: 'no secure connection to the server can be made.',
  tooLarge: 'the answer is larger than is read.',
  malformed: 'the answer cannot be understood.',
  configuration: 'the configuration cannot be used.',
  neverReported: 'nothing was reported yet.',
  notReady: 'the server is starting.',
  incomplete: 'not everything could be read.',
} as const;

type ProblemName = keyof typeof problems;

const plain = Object.fromEntries(
  Object.entries(problems).map(([name, text]) => [
    `source.problem.${name}`,
    `{{subject}}: ${text}`,
  ]),
) as Record<`source.problem.${ProblemName}`, string>;

const withDetail = Object.fromEntries(
  Object.entries(problems).map(([name, text]) => [
    `source.problemWithDetail.${name}`,
    `{{subject}}: ${text} It says: {{detail}}`,
  ]),
) as Record<`source.problemWithDetail.${ProblemName}`, string>;

/** English of what is said about a source. @internal */
export const sourceSentences = {
  ...plain,
  ...withDetail,
  'source.skipped.malformed_one':
    '{{subject}}: {{count}} object cannot be understood and is shown as last known, or not at all.',
  'source.skipped.malformed_other':
    '{{subject}}: {{count}} objects cannot be understood and are shown as last known, or not at all.',
  'source.skipped.tooLarge_one':
    '{{subject}}: {{count}} object is too large to be read and is shown as last known, or not at all.',
  'source.skipped.tooLarge_other':
    '{{subject}}: {{count}} objects are too large to be read and are shown as last known, or not at all.',
  'source.hostCluster':
    'The server serves no work.karmada.io: this looks like the host cluster. Point the configuration at the API server of Karmada.',
  'source.facts.apiServer': 'API server {{version}}',
  'source.facts.karmadaTooOld':
    'This Karmada is older than 1.14, the oldest that is supported.',
  'source.facts.missing': '{{feature}} is not served',
} as const;
