/** English of what is said about pipelines, and about runs as lists and pages show them. @internal */
export const pipelineSentences = {
  'match.pipeline.claimed':
    'Only {{entity}} says that this is its pipeline; neither the tool nor a cluster does',
  'match.pipeline.claimedUnseen':
    'Only an entity that you may not see says that this is its pipeline; neither the tool nor a cluster does',
  'match.pipeline.confirmedByPlatform':
    'The platform gives pipeline {{pipeline}} to {{holder}}',
  'match.pipeline.otherHolder':
    'The platform gives pipeline {{pipeline}} to others',
  'match.pipeline.confirmedByWorkload':
    'It deployed {{workload}}, which is confirmed as a workload of this entity',
  'match.pipeline.claimedWorkload':
    'It deployed {{workload}}, which only this entity says to be its own',
  'match.pipeline.confirmedByRepository':
    'The catalog read this entity from {{repository}}, directory {{path}}, which the pipeline deploys',
  'match.pipeline.otherBranch':
    'The catalog read this entity from {{repository}}, directory {{path}}, but not from branch {{branch}}, which the pipeline deploys',
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
} as const;
