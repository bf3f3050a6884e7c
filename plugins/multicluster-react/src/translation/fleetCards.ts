/** English of the cards of systems, groups and the home page, and of what they share with the fleet pages. @internal */
export const fleetCardMessages = {
  overview: {
    system: 'What is wrong in this system',
    group: 'What is wrong among what we own',
    home: 'What is wrong among what I own',
    well_one: 'The one workload is well.',
    well_other: 'All {{count}} workloads are well.',
    wellUnread:
      'Nothing is wrong in what could be read. Not everything could be.',
    none: 'Nothing here runs on a cluster yet.',
    needsALook_one: '{{count}} of {{total}} needs a look',
    needsALook_other: '{{count}} of {{total}} need a look',
    more: 'and {{n}} more',
    left: 'It has {{n}} more parts, which are not looked at here.',
    fleet: 'Fleet',
    list: 'Workloads that need a look',
  },
  error: {
    forbiddenTitle: 'The fleet is not yours to see',
    forbiddenText:
      'Ask the platform team of this portal for the permission {{permission}}. Your own services stay visible on their pages.',
    unreachableTitle: 'The portal’s back end does not answer',
    unreachableText:
      'Nothing is known to be wrong with the clusters. The portal keeps asking.',
    staleText:
      'Refreshing failed: this is what was read last. The portal keeps asking.',
    retry: 'Try again',
  },
  workloads: { unplaced: 'Placed nowhere' },
} as const;
