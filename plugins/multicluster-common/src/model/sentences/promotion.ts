/** English of what is said about environments and the steps between them. @internal */
export const promotionSentences = {
  'promotion.environment.notConfigured':
    'The platform has not said what belongs to {{environment}}, so nothing is known of it',
  'promotion.environment.absent': 'Nothing of this runs in {{environment}}',
  'promotion.environment.unread':
    'What runs in {{environment}} is not known: {{reason}}',
  'promotion.environment.toolOnly':
    'As {{tool}} says: no cluster of {{environment}} is read',
  'promotion.environment.toolLastKnown':
    'Last known: {{tool}} cannot be read at the moment',
  'promotion.environment.denied': 'you may not see where this runs',
  'promotion.environment.unknown':
    'How {{environment}} fares is not known for all of it',
  'promotion.environment.unhealthy': 'Not well on {{clusters}}',
  'promotion.environment.unhealthyLastKnown':
    'Not well on {{clusters}} when that was last read',
  'promotion.environment.lastKnown':
    'Last known: {{clusters}} cannot be read at the moment',
  'promotion.environment.gate': 'Waits for a decision: {{gate}}',
  'promotion.environment.held':
    'Held back on {{clusters}} until somebody lets it go',
  'promotion.environment.movedTag':
    '{{image}}:{{tag}} is not the same image on all clusters',
  'promotion.environment.progressing': 'On its way to {{clusters}}',
  'promotion.environment.healthy_one': 'Healthy on 1 cluster',
  'promotion.environment.healthy_other': 'Healthy on {{count}} clusters',
  'promotion.drift.target':
    '{{workload}} on {{cluster}} is not what its template says',
  'promotion.drift.sync':
    'What {{pipeline}} has deployed is not what its repository says',
  'promotion.next.gate': 'Decide {{gate}}',
  'promotion.next.upcomingGate': 'The run will ask for a decision: {{gate}}',
  'promotion.next.held': 'Let go of {{workload}}, which is held back',
  'promotion.next.run': 'The run of {{pipeline}} brings it',
  'promotion.next.back':
    'None yet: the run of {{pipeline}} takes back what it had brought',
  'promotion.next.gateLastKnown':
    'Decide {{gate}}, if it still waits: its tool cannot be read at the moment',
  'promotion.next.sync': 'Sync {{pipeline}}',
  'promotion.next.repository':
    'Change in the repository of {{pipeline}} what {{environment}} gets',
  'promotion.next.none':
    'Nothing that is known here brings {{environment}} forward',
  'promotion.blocked.unscheduled': '{{workload}} is placed on no cluster',
  'promotion.blocked.unscheduledBecause':
    '{{workload}} is placed on no cluster: {{reason}}',
  'promotion.blocked.quota': 'There is no quota left for {{workload}}',
  'promotion.blocked.quotaBecause':
    'There is no quota left for {{workload}}: {{reason}}',
  'promotion.blocked.held':
    '{{workload}} is held back by its policy: nothing is sent to clusters',
  'promotion.blocked.suspended': '{{pipeline}} is suspended: {{reason}}',
  'promotion.blocked.paused': 'The run of {{pipeline}} is paused: {{reason}}',
  'promotion.blocked.gateWaiting': '{{gate}} waits for somebody to decide',
  'promotion.blocked.quorum':
    '{{gate}} has {{received}} of {{needed}} approvals',
  'promotion.blocked.quorumUnknown_one':
    '{{gate}} has 1 approval and waits for more',
  'promotion.blocked.quorumUnknown_other':
    '{{gate}} has {{count}} approvals and waits for more',
  'promotion.blocked.window': '{{pipeline}} may not start now: {{reason}}',
  'promotion.blocked.windowUntil':
    '{{pipeline}} may not start before {{until}}: {{reason}}',
  'promotion.blocked.windowApproved':
    '{{gate}} is approved and takes effect later: {{reason}}',
  'promotion.blocked.windowOfPolicy':
    'What is approved in {{environment}} takes effect later: {{reason}}',
  'promotion.blocked.unhealthyUpstream':
    '{{upstream}} is not well with what {{environment}} would get',
  'promotion.blocked.agentOffline':
    '{{agent}}, which runs {{pipeline}}, is offline',
  'promotion.blocked.agentStuck':
    'The run of {{pipeline}} should have moved: {{reason}}',
  'promotion.blocked.queued':
    'The run of {{pipeline}} stands behind another: {{reason}}',
  'promotion.blocked.unknown':
    'The run of {{pipeline}} does not move, and nothing says why',
  'promotion.diff.notConfirmed':
    'Neither a cluster nor the platform confirms whose {{workload}} is',
  'promotion.diff.noManifest':
    'No manifest of {{workload}} can be read for {{cluster}}',
  'promotion.diff.tooMuch': 'The two differ too much to be compared by line',
  'promotion.commits.same': 'Both have the same commit',
  'promotion.commits.unknown':
    'Which commits the two have is not known, so nothing can be listed between them',
  'promotion.commits.notConfirmed':
    'Neither the tool nor the platform confirms whose {{pipeline}} is, so its repository is not read',
  'promotion.commits.noRepository':
    'The two do not come from one repository that is known here',
  'promotion.commits.noIntegration':
    'The platform has configured no integration for {{host}}',
  'promotion.commits.otherHost':
    'Commits are listed from GitHub and GitLab; {{host}} is neither',
  'promotion.commits.unreadable':
    '{{host}} does not show them to the portal ({{status}}): the repository is private, or a commit is gone',
  'promotion.commits.noCredential':
    'The portal has no credential for this repository on {{host}}',
  'promotion.commits.limited':
    '{{host}} answers no more questions of the portal for now',
  'promotion.commits.unreachable': '{{host}} did not answer in time',
  'promotion.commits.unclear': '{{host}} gave an answer that cannot be read',
  'promotion.commits.none':
    'No commit would come: {{environment}} has all of them, or newer ones',
  'promotion.lead.underWay': 'The change is under way',
  'promotion.lead.noCluster':
    'When the change arrived is not known: no cluster of {{environment}} is read',
  'promotion.lead.mixed':
    'The change has not arrived on all clusters of {{environment}}, or not all say what they run',
  'promotion.lead.unseen':
    'When the change arrived in {{environment}} is not known: nobody saw its clusters begin to run it',
  'promotion.notConfigured':
    'The platform has configured no environments, so nobody can say what runs in which',
  'promotion.unknownEnvironments':
    '{{annotation}} names what the platform does not have: {{names}}',
  'promotion.outside_one':
    '1 workload runs where the platform has named no environment',
  'promotion.outside_other':
    '{{count}} workloads run where the platform has named no environment',
  'promotion.unassigned_one':
    '1 pipeline delivers to no environment that the platform has named',
  'promotion.unassigned_other':
    '{{count}} pipelines deliver to no environment that the platform has named',
} as const;
