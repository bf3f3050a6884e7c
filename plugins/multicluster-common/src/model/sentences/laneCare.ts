/** English of what is said of clusters that are cordoned, and of lanes beside their release. @internal */
export const laneCareSentences = {
  'cordon.unsaid': 'The control plane gave no reason.',
  'cordon.effect.stays':
    'Workloads that run there and stay, with all their copies: {{count}}.',
  'cordon.effect.alone':
    'Of these, nothing runs elsewhere: {{names}}. Once one leaves the cluster it does not come back while the cluster is cordoned.',
  'cordon.effect.aloneMore':
    'Of these, nothing runs elsewhere: {{names}} and {{count}} more. Once one leaves the cluster it does not come back while the cluster is cordoned.',
  'cordon.effect.elsewhere':
    'What is placed from now on goes to the other clusters that take new work: {{clusters}}.',
  'cordon.effect.nowhere':
    'No other cluster of this control plane takes new work: nothing new can be placed at all.',
  'uncordon.effect.again':
    'What is placed from now on may go there again. What left it does not come back by itself.',
  'uncordon.effect.waiting':
    'Workloads that have no place now and may get one there: {{count}}.',
  'lane.view.leaving':
    'Nothing of it is wanted on {{cluster}} any more; what is there is to go.',
  'lane.effect.baseline':
    'What runs now is not approved by that, unless it was approved in this lane before. Until votes release something, the portal neither changes copies nor moves them by itself; a person can, with a reason.',
  'lane.restore.failover':
    '{{lost}} is lost. What is held for {{clusters}} was approved for this lane before: releasing it restores copies and brings nothing new.',
  'lane.restore.replicas':
    'Only the number of copies changes on {{clusters}}: the content was approved before.',
  'lane.restore.return':
    'What is held for {{clusters}} ran there within the last 30 days, approved. Releasing it goes back to it.',
  'lane.restore.baseline.failover':
    '{{lost}} is lost. What is held for {{clusters}} ran before the lane was armed, or was let out past the rules; nobody approved it here. Releasing it restores copies and brings nothing that this lane did not run.',
  'lane.restore.baseline.replicas':
    'Only the number of copies changes on {{clusters}}. The content ran before the lane was armed, or was let out past the rules; nobody approved it here.',
  'lane.incident.slipped':
    '{{cluster}} has content that nobody approved: it was sent while this lane was armed.',
  'lane.care.short': 'Held: {{cluster}} runs {{runs}} of {{wanted}}.',
  'lane.exempt.replicas':
    'No approval was needed: only the number of copies changed.',
  'lane.exempt.failover':
    'No approval was needed: it was approved before, and a cluster was lost.',
  'lane.exempt.return':
    'No approval was needed: it goes back to what was approved.',
  'lane.exemptBy.replicas':
    '{{by}} released it without votes: only the number of copies changed.',
  'lane.exemptBy.failover':
    '{{by}} released it without votes: it was approved before, and a cluster was lost.',
  'lane.exemptBy.return':
    '{{by}} released it without votes: it goes back to what was approved.',
  'lane.exemptBy.baseline.replicas':
    '{{by}} released it without votes: only the number of copies changed of what ran there. Nobody had approved it here.',
  'lane.exemptBy.baseline.failover':
    '{{by}} released it without votes: it ran in this lane, and a cluster was lost. Nobody had approved it here.',
} as const;
