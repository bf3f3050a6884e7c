/** English of what is said about a detail. @internal */
export const detailSentences = {
  'detail.off.logs':
    'Pods, events and logs of members are off: no credential is configured for them ({{key}}).',
  'detail.off.works':
    'What was sent to each cluster is not read: it needs a credential of its own ({{key}}), because Works hold every propagated Secret.',
  'detail.unmappedNamespace':
    'You have no name in the clusters: the configured mapping does not tell the people of namespace {{namespace}} from those of another',
  'detail.unmapped':
    'You have no name in the clusters: the configured mapping does not give one for your user.',
  'detail.forbidden.controlPlane':
    'The control plane does not let you through to {{cluster}}. Ask for the right to clusters/proxy. It says: {{detail}}',
  'detail.forbidden.portal':
    'The control plane does not let the portal act as you. Its credential needs the right to impersonate. It says: {{detail}}',
  'detail.forbidden.impersonator':
    'Karmada may not act as you or one of your groups on {{cluster}}. Bind the user and each group to clusters/proxy by name. It says: {{detail}}',
  'detail.forbidden.member':
    '{{cluster}} itself refuses you: a role there is missing. It says: {{detail}}',
  'detail.direct.portal':
    '{{cluster}} does not let the portal act as you. Its credential needs the right to impersonate. It says: {{detail}}',
  'detail.direct.unauthenticated':
    '{{cluster}} does not accept the credential of the portal.',
  'detail.direct.unreachable':
    '{{cluster}} cannot be reached; its last known state stays shown.',
  'detail.unauthenticated':
    'The control plane does not accept the credential for members.',
  'detail.timeout': '{{cluster}} did not answer in time.',
  'detail.unreachable':
    'The control plane cannot reach {{cluster}}. With a Pull cluster that is usual; its last known state stays shown.',
  'detail.aggregatedDown':
    'The part of Karmada that leads to {{cluster}} and the other members is down.',
  'detail.notFound': 'Not found on {{cluster}}. It says: {{detail}}',
  'detail.rateLimited': '{{cluster}} asks to be asked less often.',
  'detail.failed': '{{cluster}} could not be read.',
  'detail.failedWith': '{{cluster}} could not be read. It says: {{detail}}',
  'detail.noSelector':
    'A {{kind}} does not say which pods are its own, so none are guessed.',
  'detail.tooMany': 'Only the first {{count}} are shown.',
} as const;
