/** English of what is said about pipelines, and about runs as lists and pages show them. @internal */
export const pipelineSentences = {
  'match.pipeline.claimed':
    'Only {{entity}} says that this is its pipeline; neither the tool nor a cluster does',
  'match.pipeline.confirmedByPlatform':
    'The platform gives pipeline {{pipeline}} to {{holder}}',
  'match.pipeline.otherHolder':
    'The platform gives pipeline {{pipeline}} to others',
  'match.pipeline.confirmedByWorkload':
    'It deployed {{workload}}, which is confirmed as a workload of this entity',
  'match.pipeline.claimedWorkload':
    'It deployed {{workload}}, which only this entity says to be its own',
  'match.pipeline.contestedWorkload':
    'It deployed {{workload}}, but templates or the pipeline itself also name it for another owner, so that confirms nothing. An administrator decides by giving the pipeline to its owner in multicluster.matching.pipelines',
  'match.pipeline.confirmedByRepository':
    'The catalog read this entity from {{repository}}, directory {{path}}, which the pipeline deploys',
  'match.pipeline.otherBranch':
    'The catalog read this entity from {{repository}}, directory {{path}}, but not from branch {{branch}}, which the pipeline deploys',
  'match.pipeline.unknownBranch':
    'The catalog read this entity from {{repository}}, directory {{path}}, but the tool does not say which branch the pipeline deploys',
  'match.pipeline.contestedRepository':
    'Entities of different owners were read from {{repository}}, directory {{path}}, so it confirms none of them. An administrator decides by giving the pipeline to its owner in multicluster.matching.pipelines',
  'match.pipeline.confirmedByLabel':
    'The pipeline carries the label {{label}}: {{value}}',
  'match.pipeline.contestedLabel':
    'Entities of different owners carry {{label}}: {{value}}, so it confirms none of them. An administrator decides by giving the pipeline to its owner in multicluster.matching.pipelines',
  'match.pipeline.none':
    'No pipeline belongs to this entity: it names none, none deploys the directory it lies in, and none deployed its workloads',
  'match.pipeline.noneNamed':
    'Nothing that this entity says of its pipelines names one that is known',
  'match.pipeline.noTools': 'No delivery tool is configured',
  'match.pipeline.notYetRead':
    'Not every delivery tool has been read yet, so pipelines may be missing',
  'match.pipeline.unconfirmedOrNone':
    'Nothing that this entity says of its pipelines is confirmed by a tool, a cluster or the platform',
  'match.pipeline.claimedOnly_one':
    'One pipeline is claimed by this entity but not confirmed by its tool',
  'match.pipeline.claimedOnly_other':
    '{{count}} pipelines are claimed by this entity but not confirmed by their tools',
  'match.pipeline.contested':
    'Entities of different owners claim the same pipelines in the same way, so they are confirmed for none of them. An administrator decides by giving them to their owner in multicluster.matching.pipelines',
  'pipeline.run.unread': 'What is stored of this run cannot be read',
  'pipeline.lastKnown.agent':
    '{{agent}}, which executes it, is offline, so its tool hears nothing new of it',
  'pipeline.agentOffline':
    '{{agent}} is offline: nothing that it executes moves until it is back',
  'pipeline.placedNowhere':
    '{{kind}} {{name}}: applied to the control plane, {{reason}}',
  'pipeline.notPlaced': 'placed nowhere',
  'pipeline.deployedTrouble':
    '{{kind}} {{name}} was deployed and is in trouble where it runs: {{reason}}',
  'pipeline.deployedDegraded':
    '{{kind}} {{name}} was deployed and is in trouble where it runs',
  'pipeline.says': '{{pipeline}}: {{sentence}}',
  'pipeline.outOfSync':
    '{{pipeline}}: what is deployed is not what the repository says',
  'pipeline.chainHidden_one':
    'One more run of this chain belongs to others and is not shown',
  'pipeline.chainHidden_other':
    '{{count}} more runs of this chain belong to others and are not shown',
  'pipeline.live.off': '{{source}} does not tell what is deployed',
  'pipeline.live.refused': 'What is deployed could not be read: {{message}}',
  'pipeline.live.failed':
    'What is deployed could not be read from {{source}} for an unforeseen reason',
  'pipeline.log.off': 'Logs cannot be read from {{source}}',
} as const;
