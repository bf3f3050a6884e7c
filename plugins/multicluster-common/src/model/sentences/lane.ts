/** English of what is said about lanes: dispatch that a control plane holds. @internal */
export const laneSentences = {
  'lane.off.act':
    'Holding and releasing is off: no credential is configured for writes ({{key}}).',
  'lane.off.works':
    'Holding is off: what is held cannot be looked at without a credential of its own ({{key}}), because Works hold every propagated Secret.',
  'lane.check.works.ok': 'Everything that is rendered can be read: {{count}}.',
  'lane.check.works.failed':
    'What is rendered cannot be read, so nobody could see what they approve. It says: {{detail}}',
  'lane.check.works.off':
    'What is rendered cannot be read, so nobody could see what they approve: no credential is configured for it ({{key}}).',
  'lane.check.tooMany':
    'The policy has more than {{count}} rendered objects. Split it: a digest over more is not read at every vote.',
  'lane.check.dependencies.ok':
    'Nothing that follows by propagateDeps goes past the hold.',
  'lane.check.dependencies.failed':
    'These follow by propagateDeps and are not held with it: {{names}}. Place each of them by a policy that is held too, or their changes reach the clusters without approval.',
  'lane.check.dependencies.unknown':
    'What follows by propagateDeps is not known yet. Look again in a moment.',
  'lane.check.clusters.ok':
    'Every cluster that the placement could choose is covered: {{clusters}}.',
  'lane.check.clusters.failed':
    'The placement could choose {{clusters}}, where the hold that stands does not reach.',
  'lane.check.clusters.unreadable':
    'Which clusters the placement could choose cannot be read. It says: {{detail}}',
  'lane.check.managers.ok': 'Nobody else manages the field that holds.',
  'lane.check.managers.failed':
    'spec.suspension belongs to {{managers}}. Take it out of what they apply, or each of the two undoes the other.',
  'lane.check.held.ok': 'Nobody else holds it.',
  'lane.check.held.failed':
    'It is held already, by somebody who left no note of ours. Lift that hold first: {{command}}',
  'lane.check.lazy.ok': 'The policy takes effect at once.',
  'lane.check.lazy.failed':
    'The policy is Lazy: a hold and a release would only take effect with the next change of each template.',
  'lane.check.version.ok': 'This Karmada holds what it is told to hold.',
  'lane.check.version.none':
    'This Karmada cannot hold dispatch: that came with version 1.11.',
  'lane.check.version.unknown':
    'This Karmada is older than 1.15, and some versions of that age send what is held when somebody deletes it in a cluster. Update it; or, if it is at least 1.12.8, 1.13.5 or 1.14.2, say so in {{key}}.',
  'lane.check.version.unfixed':
    'Karmada {{version}} sends what is held when somebody deletes it in a cluster. It is mended in 1.12.8, 1.13.5, 1.14.2 and 1.15.',
  'lane.check.rights.ok': 'The rights to hold and to release are there.',
  'lane.check.rights.failed': 'Rights are missing: {{rights}}.',
  'lane.check.rights.off': 'No credential is configured for writes ({{key}}).',
  'lane.check.deleting.ok': 'The policy is there to stay.',
  'lane.check.deleting.failed': 'The policy is being deleted.',
  'lane.check.unreadable': 'The policy cannot be read. It says: {{detail}}',
  'lane.stale':
    'The policy was changed meanwhile. Look at it again before anything is sent.',
  'lane.managedElsewhere':
    'spec.suspension belongs to {{managers}}: nothing was changed.',
  'lane.refused':
    'The control plane did not take the change. It says: {{detail}}',
  'lane.forbidden':
    'The control plane does not let the portal change the policy. It says: {{detail}}',
  'lane.forbidden.person':
    'The control plane does not let {{name}} change the policy. It says: {{detail}}',
  'lane.forbidden.portal':
    'The control plane does not let the portal act as this person. Its credential needs the right to impersonate. It says: {{detail}}',
  'lane.gone': 'The policy is not there any more.',
  'lane.goneHeld':
    'The policy is not there any more. What it left held: {{names}}.',
  'lane.unavailable':
    'The control plane could not be asked, and nothing was sent. It says: {{detail}}',
  'lane.ambiguous':
    'The control plane did not answer. Whether it took the change is not known until it is read.',
  'lane.unreadable': 'What is held cannot be read. It says: {{detail}}',
  'lane.already': 'It is so already.',
  'lane.wouldBeTaken': 'The control plane would take the change.',
  'lane.wouldStayHeld':
    'The control plane would take the change, and still nothing would go out: {{managers}} holds it too, by spec.suspension.',
  'lane.held': 'Held for every cluster.',
  'lane.released': 'Released for {{clusters}}; every other cluster stays held.',
  'lane.disarmed': 'Nothing holds it any more.',
  'lane.disarmed.elsewhere':
    'This portal does not hold it any more, and still nothing goes out: {{managers}} holds it too, by spec.suspension.',
  'lane.freed': 'Set free what the deleted policy had left held: {{names}}.',
  'lane.nothingReleased': 'No cluster was named, so nothing is released.',
  'lane.note.jobs':
    'Jobs that were placed anew run again once they are released: {{names}}.',
  'lane.note.dependencies':
    'Configuration that follows by propagateDeps left {{clusters}} at once, while the old copy still runs there without it: {{names}}.',
  'lane.note.newCluster':
    'A cluster that joins during the release, and that the placement chooses, receives content at once.',
  'lane.note.overrides':
    'Override policies change what {{clusters}} get; what is shown is what comes of it.',
  'lane.seen': '{{cluster}} has it: {{count}} looked at.',
  'lane.seen.none': 'Nothing of it is for {{cluster}}.',
  'lane.unproven':
    '{{cluster}} accepted it. What is there could not be read to prove it: {{names}}.',
  'lane.waiting.dispatch': 'It is still on its way to {{cluster}}: {{names}}.',
  'lane.waiting.generation':
    '{{cluster}} has not got the newest of {{names}} yet.',
  'lane.waiting.copies':
    '{{cluster}} runs {{running}} of {{wanted}} of {{name}}.',
  'lane.waiting.content': '{{cluster}} still has other content of {{names}}.',
  'lane.waiting.render': 'Karmada is still rendering it for {{cluster}}.',
  'lane.unhealthy.applied':
    '{{cluster}} did not take {{name}}. It says: {{detail}}',
  'lane.unhealthy.job': 'The job {{name}} failed on {{cluster}}: {{detail}}',
  'lane.changed':
    'What is rendered for {{cluster}} is not what was approved any more.',
  'lane.unreachable':
    '{{cluster}} is not ready, so what is there is only as last reported.',
  'lane.off': 'Holding is off for this control plane.',
  'lane.unsaid': 'The control plane gave no reason.',
  'lane.nobody':
    'Nobody is there in whose name it could be changed: whoever armed the lane is not in the catalog any more.',
  'lane.nothingHeld': 'Nothing is held any more that differs from what runs.',
  'lane.check.settled.ok': 'What is rendered is what the templates say.',
  'lane.check.settled.failed':
    'The control plane is still rendering, or cannot be read, so what runs now cannot be told from what is to come. Look again in a moment.',
  'lane.waiting.settle':
    'The control plane is still rendering a change; nothing is released on a look in the middle of it.',
  'lane.halted.slow':
    '{{cluster}} did not come up within {{minutes}} minutes. It says: {{detail}}',
  'lane.halted.person':
    'Wave {{wave}} is next, and the policy wants somebody to say so. Everything is held meanwhile.',
  'lane.halted.held': '{{detail}} Everything is held again.',
  'lane.halted.open':
    '{{detail}} It could not be held again: what changes now reaches the released clusters at once.',
  'lane.step.continued': 'Somebody said that it goes on.',
  'lane.step.disarmed': 'The lane was disarmed, so nothing holds it any more.',
  'lane.step.notHeld': 'It is not held again yet.',
  'lane.note.enforced':
    'The control plane holds it, not the delivery tool. Whoever may change the policy there can lift the hold; what went out that way is told as decided elsewhere.',
  'lane.effect.arm':
    'From now on every change of these workloads waits for an approval before it reaches a cluster, changes of copies and moves between clusters included unless the approval policy exempts them.',
  'lane.effect.reach': 'Workloads: {{workloads}}. Clusters: {{clusters}}.',
  'lane.effect.deletions':
    'Deletions are not held: what is deleted on the control plane leaves the clusters at once.',
  'lane.effect.disarm':
    'From now on every change reaches the clusters at once.',
  'lane.effect.sends':
    'What is held now goes out at once, without approval: {{clusters}}.',
  'lane.effect.unread':
    'What is held cannot be read, so nobody knows what goes out.',
  'lane.effect.orphans':
    'Sets free what the deleted policy left held; what was held of it goes out at once: {{names}}.',
  'lane.view.orphaned':
    'The policy was deleted while it held. What it left is frozen: no change reaches a cluster until the lane is disarmed. {{names}}',
  'lane.view.short': '{{cluster}} runs {{runs}} of {{wanted}}.',
  'lane.view.lifted':
    'Somebody lifted the hold on the control plane, so that changes go out without approval. Arm it again, or disarm it.',
  'lane.view.unbooked':
    'It carries our note, and the portal does not know of it. Arm it to take it over, or release it by hand.',
  'lane.view.heldElsewhere': 'Somebody else holds it.',
  'lane.view.halted': 'The release halted. Somebody has to say how it goes on.',
  'lane.view.delivering': 'The held change is approved and is being released.',
  'lane.view.rejected': 'The held change was rejected, and stays held.',
  'lane.view.waits': 'A change is held and waits for an approval.',
  'lane.view.quiet': 'Nothing waits. The next change will be held.',
  'lane.view.released': '{{cluster}} has what was released to it.',
  'lane.view.held': 'A change is held from {{cluster}}.',
  'lane.view.releasing':
    '{{cluster}} is open: what changes reaches it at once.',
  'lane.view.lost': '{{cluster}} is lost.',
  'lane.view.unknown': 'What {{cluster}} has is not known.',
  'cordon.done':
    '{{cluster}} takes nothing new any more. What runs there stays.',
  'cordon.undone':
    '{{cluster}} takes new work again. Nothing moves by that alone.',
  'cordon.dryRun': '{{cluster}} would take nothing new any more.',
  'uncordon.dryRun': '{{cluster}} would take new work again.',
  'cordon.already': '{{cluster}} takes nothing new already.',
  'uncordon.already': '{{cluster}} takes new work already.',
  'cordon.stale': '{{cluster}} was changed meanwhile. Look at it again.',
  'cordon.gone': '{{cluster}} is not there any more.',
  'cordon.off':
    'Cordoning is off: no credential is configured for writes ({{key}}).',
} as const;
