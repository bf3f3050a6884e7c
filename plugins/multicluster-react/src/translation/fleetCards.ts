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
    needsALook_one: '{{n}} of {{total}} needs a look',
    needsALook_other: '{{n}} of {{total}} need a look',
    more: 'and {{n}} more',
    list: 'Workloads that need a look',
  },
  error: {
    staleText:
      'Refreshing failed: this is what was read last. The portal keeps asking.',
  },
  workloads: { unplaced: 'Placed nowhere' },
} as const;
