/**
 * English of what the card of an entity, and its tab, say only when something is not as usual: loaded with what shows it, so
 * that the usual card is there sooner.
 *
 * @internal
 */
export const entityReasonMessages = {
  card: {
    fold: '{{n}} clusters',
    foldOpen: 'Show {{n}} clusters one by one',
    foldClose: 'Fold {{n}} clusters that are alike',
    foldRest: '{{n}} more: see the topology',
    placedNowhere: 'Placed nowhere',
    unreadTitle: 'Nothing was read yet',
    unreadText:
      'Where this runs cannot be said, because its sources could not be read.',
  },
  why: {
    copiesWait_one: '{{count}} more copy waits for release',
    copiesWait_other: '{{count}} more copies wait for release',
    updated: '{{updated}} of {{desired}} new',
    ready: '{{ready}} of {{desired}} ready',
    behind_one: '{{count}} generation behind',
    behind_other: '{{count}} generations behind',
    part: '{{kind}} {{name}}: {{why}}',
    partOnly: '{{kind}} {{name}}',
  },
  match: {
    noneTitle: 'No workload found',
    noneText: 'No workload that a source knows belongs to this entity.',
    onEntity: 'Add to the entity:',
    onTemplate: 'Add to the workload as a label:',
    onPipeline: 'Add to the pipeline as a label:',
    unconfirmed: 'Unconfirmed',
    claimedToo: 'Also claimed by {{names}}',
    claimedUnseen_one: 'Also claimed by {{count}} entity that you may not see',
    claimedUnseen_other:
      'Also claimed by {{count}} entities that you may not see',
  },
  scheduling: {
    taint: 'Untolerated taint',
    'api-missing': 'API missing',
    affinity: 'Not selected',
    evicting: 'Evicting',
    spread: 'Spread not possible',
    capacity: 'Not enough room',
    quota: 'Over quota',
    plugin: 'Refused by a plugin',
    other: 'Not chosen',
    clusters_one: '{{count}} cluster',
    clusters_other: '{{count}} clusters',
  },
} as const;
