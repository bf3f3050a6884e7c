/** English of what is said about the trail and what is reported from it. @internal */
export const auditSentences = {
  'audit.basis.approved': 'Approved by {{actors}}',
  'audit.basis.exempt': 'No new approval was needed: {{exemption}}',
  'audit.basis.accepted':
    '{{actors}} released it without votes, and nobody had approved it here: {{exemption}}',
  'audit.exemption.replicas': 'only the number of copies changed',
  'audit.exemption.failover': 'copies moved because a cluster was lost',
  'audit.exemption.return': 'it goes back to what was approved',
  'audit.basis.elsewhere': 'Decided elsewhere by {{actors}}',
  'audit.basis.actorUnknown': 'Decided elsewhere, and nobody knows by whom',
  'audit.basis.emergency': 'Emergency: decided past the rules by {{actors}}',
  'audit.basis.before': 'What ran before is not known: it was not observed yet',
  'audit.basis.unnoted':
    'It is from before it was noted which environments ask for approval',
  'audit.basis.noPolicy': 'No policy asked for approval there',
  'audit.basis.none': 'No approval found',
  'audit.basis.partly':
    'No approval found for {{versions}}; the request covers the rest of the change alone',
  'audit.change.settings': 'Settings changed under {{version}}',
  'audit.change.image': 'Another image under {{version}}',
  'audit.change.both': 'Another image and other settings under {{version}}',
  'audit.change.hidden':
    'The template changed; which version runs is not known, because an override may change it',
  'audit.limit.kept': 'Changes before {{since}} are not kept any more',
  'audit.limit.cut':
    'There are too many requests: of those opened before {{since}} some were not looked at, and a change that one of them let through may read as not approved',
  'audit.limit.unread':
    '{{source}} is not read completely since {{since}}, so changes there may be missing',
  'audit.limit.gone': 'Changes of workloads that are gone by now are missing',
  'audit.limit.content':
    'Of content it knows what the templates of workloads say: what ConfigMaps and Secrets hold, what an override policy changes, and which image a registry puts behind a tag is missing',
  'audit.limit.observed':
    'A change is reported when it was seen; what came and went between two looks is missing',
} as const;
