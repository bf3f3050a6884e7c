/** English of what is said about a placement. @internal */
export const placementSentences = {
  'placement.division.each_one': '{{replicas}} copies on {{count}} cluster',
  'placement.division.each_other':
    '{{replicas}} copies on each of {{count}} clusters',
  'placement.division.eachSingle_one': '1 copy on {{count}} cluster',
  'placement.division.eachSingle_other': '1 copy on each of {{count}} clusters',
  'placement.division.everywhere_one': 'on {{count}} cluster',
  'placement.division.everywhere_other': 'on each of {{count}} clusters',
  'placement.division.static_one':
    'divided {{weights}}, on {{count}} cluster now',
  'placement.division.static_other':
    'divided {{weights}} over {{count}} clusters',
  'placement.division.weighted_one': 'divided by weight, on {{count}} cluster',
  'placement.division.weighted_other':
    'divided by weight over {{count}} clusters',
  'placement.division.dynamic_one':
    'divided by free capacity, on {{count}} cluster',
  'placement.division.dynamic_other':
    'divided by free capacity over {{count}} clusters',
  'placement.division.aggregated_one': 'packed on {{count}} cluster',
  'placement.division.aggregated_other':
    'packed on as few clusters as hold it, {{count}} now',
  'placement.division.divided_one': 'divided, on {{count}} cluster',
  'placement.division.divided_other': 'divided over {{count}} clusters',

  'placement.reasonFirst.taint_one':
    '{{count}} of {{total}} clusters has an untolerated taint',
  'placement.reasonFirst.taint_other':
    '{{count}} of {{total}} clusters have an untolerated taint',
  'placement.reason.taint_one': '{{count}} has an untolerated taint',
  'placement.reason.taint_other': '{{count}} have an untolerated taint',
  'placement.reasonFirst.api-missing_one':
    '{{count}} of {{total}} clusters lacks the API',
  'placement.reasonFirst.api-missing_other':
    '{{count}} of {{total}} clusters lack the API',
  'placement.reason.api-missing_one': '{{count}} lacks the API',
  'placement.reason.api-missing_other': '{{count}} lack the API',
  'placement.reasonFirst.affinity_one':
    '{{count}} of {{total}} clusters is not selected by the policy',
  'placement.reasonFirst.affinity_other':
    '{{count}} of {{total}} clusters are not selected by the policy',
  'placement.reason.affinity_one': '{{count}} is not selected by the policy',
  'placement.reason.affinity_other': '{{count}} are not selected by the policy',
  'placement.reasonFirst.evicting_one':
    '{{count}} of {{total}} clusters is being moved away from',
  'placement.reasonFirst.evicting_other':
    '{{count}} of {{total}} clusters are being moved away from',
  'placement.reason.evicting_one': '{{count}} is being moved away from',
  'placement.reason.evicting_other': '{{count}} are being moved away from',
  'placement.reasonFirst.spread_one':
    '{{count}} of {{total}} clusters does not state the region, zone or provider to spread by',
  'placement.reasonFirst.spread_other':
    '{{count}} of {{total}} clusters do not state the region, zone or provider to spread by',
  'placement.reason.spread_one':
    '{{count}} does not state the region, zone or provider to spread by',
  'placement.reason.spread_other':
    '{{count}} do not state the region, zone or provider to spread by',
  'placement.reasonFirst.other_one':
    '{{count}} of {{total}} clusters: {{text}}',
  'placement.reasonFirst.other_other':
    '{{count}} of {{total}} clusters: {{text}}',
  'placement.reason.other_one': '{{count}}: {{text}}',
  'placement.reason.other_other': '{{count}}: {{text}}',

  'placement.withdrawn': 'withdrawn: {{reasons}}',
  'placement.nowhere': 'placed nowhere yet: {{reasons}}',
  'placement.kept': 'kept where it is, cannot be placed anew: {{reasons}}',
  'placement.lastCopyEvicting':
    'the last copy, on {{clusters}}, is being moved away and no cluster takes it: {{reasons}}. It may be removed although nothing replaces it',
  'placement.reasons.capacity':
    'the clusters have room for {{available}} more copies only, {{wanted}} are wanted',
  'placement.reasons.capacityUnknown':
    'the clusters have too little room for {{wanted}} copies',
  'placement.reasons.quota':
    'quota {{quota}} allows {{limit}} of {{resource}}, {{requested}} would be needed. Raise it and it clears by itself',
  'placement.reasons.quotaUnknown': 'a quota is exceeded ({{text}})',
  'placement.reasons.spread':
    'there are fewer {{field}}s than the policy wants to spread over',
  'placement.reasons.other': '{{text}}',

  'placement.deleting_one': 'being deleted; a copy is left on {{clusters}}',
  'placement.deleting_other':
    'being deleted; copies are left on {{count}} clusters: {{clusters}}',
  'placement.conflict':
    '{{clusters}} refuses it: the same object exists there already. Adopt it with conflictResolution: Overwrite on {{policy}}, or remove it there',
  'placement.failed': '{{clusters}} refuses it: {{message}}',
  'placement.heldShort':
    'held: {{parts}}. Release it to bring back the missing copies',
  'placement.heldBehind': 'held: {{parts}}',
  'placement.heldNew': 'held before its first delivery to {{clusters}}',
  'placement.held':
    'held on {{clusters}}: what is reported is as last delivered',
  'placement.part.runs': '{{cluster}} runs {{running}} of {{wanted}}',
  'placement.part.none': '{{cluster}} has none of it',
  'placement.part.behind_one': '{{cluster}} is 1 generation behind',
  'placement.part.behind_other': '{{cluster}} is {{count}} generations behind',
  'placement.unhealthyCounts':
    'unhealthy on {{cluster}}: {{available}} of {{desired}} copies available',
  'placement.unhealthy': 'unhealthy on {{clusters}}',
  'placement.jobFailed':
    'the job failed on {{clusters}} (Karmada itself calls it healthy): {{message}}',
  'placement.jobFailedThere': 'the job failed on {{clusters}}: {{message}}',
  'placement.paused':
    'paused on {{clusters}} in the middle of a change: it goes on once somebody resumes the rollout',
  'placement.suspended':
    'suspended on {{clusters}}: it does not run until somebody resumes it',
  'placement.overdue':
    'the rollout on {{clusters}} is not through after {{minutes}} minutes: look at the pods there',
  'placement.silent':
    '{{clusters}} took it but has reported nothing of it since',
  'placement.frozen':
    'frozen: its policy was deleted, so changes no longer reach {{clusters}}. Have a policy select it again',
  'placement.frozenNowhere':
    'on no cluster: its policy was deleted, so it is no longer placed. Have a policy select it again',
  'placement.frozenBehind_one':
    'frozen: its policy was deleted, and the last change never reached {{clusters}}. Have a policy select it again',
  'placement.frozenBehind_other':
    'frozen: its policy was deleted, and the last {{count}} changes never reached {{clusters}}. Have a policy select it again',
  'placement.orphanedNeeded':
    'its policy was deleted: it stays on {{clusters}} for good and else follows what needs it ({{parents}}). Have a policy select it again',
  'placement.awaitingPurge':
    'the old copy on {{clusters}} stays until a person confirms its removal',
  'placement.evicting':
    'moving off {{clusters}}; the old copy goes once the new ones are healthy',
  'placement.evictingUntil':
    'moving off {{clusters}}; the old copy goes once the new ones are healthy, or at {{deadline}} in any case (with Karmada at its default)',
  'placement.evictingNow':
    'moving off {{clusters}}; its removal was confirmed, the old copy goes now',
  'placement.evictingDirectly':
    'moving off {{clusters}} without overlap: for a moment nothing runs',
  'placement.rolling_one':
    'rolling out on {{clusters}}: {{updated}} of {{desired}} copies updated, {{available}} available',
  'placement.rolling_other':
    'rolling out: {{done}} of {{total}} clusters done, {{count}} to go',
  'placement.scalingDown':
    'scaling down on {{clusters}}: {{running}} copies run, {{wanted}} are wanted',
  'placement.rollingPlain': 'rolling out on {{clusters}}',
  'placement.pending_one': 'on its way to {{clusters}}',
  'placement.pending_other': 'on its way to {{count}} clusters: {{clusters}}',
  'placement.waitingForScheduler': 'waiting for the scheduler to place it',
  'placement.rescheduling':
    'waiting for the scheduler: {{placed}} of {{wanted}} copies are assigned to clusters',
  'placement.rebalancing': 'a rebalance was asked for and has not happened yet',
  'placement.schedulingSuspendedNew':
    'not placed: scheduling of it is suspended (spec.suspension.scheduling on its binding)',
  'placement.schedulingSuspended':
    'stays where it is: scheduling of it is suspended (spec.suspension.scheduling on its binding)',
  'placement.scaledToZero':
    'scaled to zero on purpose: the template asks for no copies',
  'placement.fallback':
    'runs on its fallback group {{used}}, not on {{preferred}}; it does not return by itself, ask for a rebalance (Karmada 1.19 or later)',

  'placement.unplaced.noPolicy':
    'placed nowhere: no policy selects {{kind}} {{name}}',
  'placement.unplaced.nearest':
    'placed nowhere: no policy selects {{kind}} {{name}}. {{policy}} is the nearest: add it to its resourceSelectors',
  'placement.unplaced.lazy':
    '{{policy}} selects it but is lazy: it takes it at the next change of the template',
  'placement.unplaced.notYet': '{{policy}} selects it and has not taken it yet',
  'placement.unplaced.claimed':
    '{{policy}} took it; the binding has not appeared yet',
  'placement.unplaced.reserved':
    'placed nowhere: Karmada never propagates from the namespace {{namespace}}',
  'placement.unplaced.alone': 'seen, and where it runs has not been stored yet',
  'placement.unplaced.deleting': 'being deleted',

  'placement.loss.alone':
    'nothing: no control plane moves what runs on {{cluster}}, so it goes on there or not at all',
  'placement.loss.evicting': 'Karmada is already moving it off {{cluster}}',
  'placement.loss.awaitingPurge':
    'its old copy on {{cluster}} stays until a person confirms its removal',
  'placement.loss.frozen':
    'nothing: its policy was deleted, so Karmada no longer moves it',
  'placement.loss.held':
    'Karmada may assign its copies to other clusters, but nothing is delivered while it is held',
  'placement.loss.noScheduling': 'nothing: scheduling of it is suspended',
  'placement.loss.dependency':
    'it follows what needs it ({{parents}}) and moves when that moves',
  'placement.loss.stays':
    'nothing by itself: it stays assigned to {{cluster}} until someone adds a NoExecute taint or rebalances it',
  'placement.loss.staysDuplicated':
    'nothing by itself: the other clusters keep their copies, and it resumes on {{cluster}} when that returns',
  'placement.loss.evictable':
    'with eviction enabled Karmada moves it off {{cluster}} because of taint {{taint}}; it does not come back by itself',
  'placement.loss.evictableDuplicated':
    'with eviction enabled Karmada removes it from {{cluster}} because of taint {{taint}}, and places it there again when the cluster returns',
  'placement.loss.spread':
    'nothing by itself: it stays assigned to {{cluster}}. Once moved, its spread may be impossible without {{cluster}}, and it keeps to the clusters that are left',
  'placement.loss.leaving': 'it is being removed anyway',
} as const;
