/** English of what is said about a match. @internal */
export const matchSentences = {
  'match.unreadable': 'The annotation {{annotation}} cannot be read: {{value}}',
  'match.confirmedByLabel': 'The template carries {{annotation}}: {{value}}',
  'match.confirmedByPlatform':
    'The platform gives namespace {{namespace}} to {{holder}}',
  'match.claimed':
    'Only {{entity}} says that this is its workload; the cluster does not',
  'match.claimedUnseen':
    'Only an entity that you may not see says that this is its workload; the cluster does not',
  'match.otherHolder':
    'The platform gives namespace {{namespace}} to others, so {{annotation}}: {{value}} confirms nothing there',
  'match.contested':
    'Entities of different owners carry {{annotation}}: {{value}}, so it confirms none of them. An administrator decides by giving namespace {{namespace}} to its owner in multicluster.matching.namespaces',
  'match.contestedId':
    'Entities of different owners carry {{annotation}}: {{value}}, so its workloads are confirmed for none of them. An administrator decides by giving their namespace to its owner in multicluster.matching.namespaces',
  'match.unconfirmedOrNone':
    'Nothing that this entity selects is confirmed as its own by a cluster or by the platform',
  'match.none.noTemplateOrMapped':
    'No template with {{annotation}}: {{value}} is confirmed as belonging to this entity: there is none, or the platform gives its namespace to others',
  'match.none.noAnnotation':
    'This entity does not say which workloads are its own',
  'match.none.noTemplate':
    'No template on any control plane carries {{annotation}}: {{value}}',
  'match.none.noSelection': 'No template is selected by what this entity says',
  'match.none.otherNamespace':
    'Templates with {{annotation}}: {{value}} exist, but not in namespace {{namespace}}',
  'match.none.otherCluster':
    'The workloads of this entity are not placed on {{cluster}}',
  'match.claimedOnly_one':
    'One workload is claimed by this entity but not confirmed by its cluster',
  'match.claimedOnly_other':
    '{{count}} workloads are claimed by this entity but not confirmed by their clusters',
  'match.sharedClaim':
    'Workloads shown here are also claimed by other entities',
  'match.nobody': 'No entity says that this is its workload',
  'match.notYetRead':
    'Not every source has been read yet, so workloads may be missing',
} as const;
