/** English of what is said where stored rows are joined with how well they are read. @internal */
export const viewSentences = {
  'view.lastKnown.lane':
    'Last known: {{subject}} of {{source}} are not being read',
  'view.lastKnown.not-ready': 'Last known: cluster {{cluster}} is not ready',
  'view.lastKnown.unreachable':
    'Last known: cluster {{cluster}} cannot be reached',
  'view.lastKnown.never-reported':
    'Cluster {{cluster}} has never reported anything',
  'view.lastKnown.leaving': 'Last known: cluster {{cluster}} is leaving',
  'view.lastKnown.unavailable':
    'Last known: the readiness of cluster {{cluster}} cannot be read',
  'view.cluster.not-ready': 'Cluster {{cluster}} is not ready',
  'view.cluster.unreachable': 'Cluster {{cluster}} cannot be reached',
  'view.cluster.never-reported':
    'Cluster {{cluster}} has never reported anything',
  'view.cluster.leaving': 'Cluster {{cluster}} is leaving',
  'view.cluster.unavailable':
    'The readiness of cluster {{cluster}} cannot be read',
  'view.source.starting': '{{source}} has not been read yet',
  'view.source.stale':
    '{{subject}} of {{source}} have not been heard of for {{seconds}} seconds',
  'view.source.broken':
    'The configuration at {{key}} cannot be used: {{reason}}',
  'view.clustersLastKnown_one':
    '1 cluster is not ready: what is shown there is last known',
  'view.clustersLastKnown_other':
    '{{count}} clusters are not ready: what is shown there is last known',
  'view.targetFailed': '{{workload}} on {{cluster}}: {{message}}',
  'view.targetUnhealthy': '{{workload}} is unhealthy on {{cluster}}',
  'view.unplaced': 'Nothing has placed this template on a cluster',
  'view.unplaced.unread':
    'Where this runs is not known yet: {{source}} has not been read to the end',
  'view.unplaced.failing':
    'Where this runs is not known: {{source}} cannot be read at the moment',
  'view.noOutlook':
    'The source of this cluster is not loaded, so nobody can say what it will do',
  'view.detail.deadline':
    'Cluster {{cluster}} did not answer within {{seconds}} seconds',
  'view.detail.failed': '{{source}} could not read this from {{cluster}}',
  'view.detail.off': 'This cannot be read from {{source}}',
  'view.detail.logLimit': 'The log is longer than may be shown at once',
  'view.detail.logTime': 'The log was followed for as long as it may be',
  'view.detail.logDenied': 'You may no longer read this log',
  'view.detail.logExpired': 'Your session ended; open the log again',
  'view.detail.logBroken': 'The log broke off: {{message}}',
  'view.detail.logFailed': 'The log broke off',
  'view.chain.template': '{{kind}}, generation {{generation}}',
  'view.chain.noTemplate': 'The template is gone; its placement remains',
  'view.chain.policy': '{{kind}}',
  'view.chain.noPolicy': 'No policy selects this template',
  'view.chain.target': '{{ready}} of {{desired}} ready',
  'view.chain.version': 'version {{version}}',
} as const;
