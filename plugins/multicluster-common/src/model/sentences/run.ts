/**
 * English of what is said about runs, their stages and their gates. Whoever executes a run is its agent; names of agents,
 * stages and people come from the tool.
 *
 * @internal
 */
export const runSentences = {
  'run.pending': 'Accepted, not planned yet',
  'run.pendingInChain':
    'Accepted; begins when what stands before it in its chain has succeeded',
  'run.planned': 'Planned, about to start',
  'run.queued_one': 'Waits until an earlier run of the same pipeline is over',
  'run.queued_other':
    'Waits until {{count}} earlier runs of the same pipeline are over',
  'run.queuedBehindGate':
    'Waits behind a run of the same pipeline that waits for a decision itself',
  'run.neverPlanned':
    'Not planned for more than {{minutes}} minutes, although nothing stands before it and {{agent}} is online',
  'run.agentOffline':
    '{{agent}}, which has to run it, is offline since {{since}}',
  'run.agentDisabled': '{{agent}}, which has to run it, is disabled',
  'run.agentOfflineWhileRunning':
    'Nothing moves: {{agent}}, which runs it, is offline since {{since}}',
  'run.agentOfflineAtGate':
    '{{stage}} waits for a decision, which counts only when {{agent}} is back: it is offline since {{since}}',
  'run.running': 'Runs',
  'run.runningStage': 'Runs {{stage}}',
  'run.betweenStages': 'About to run {{stage}}',
  'run.waiting': '{{stage}} waits for approval: {{parts}}',
  'run.gateEnough': '{{stage}} was approved by {{names}}, about to go on',
  'run.stageFailed': '{{stage}} failed, so the run is about to end',
  'run.stageStopped': '{{stage}} was stopped, so the run is about to end',
  'run.rollingBack': 'Rolling back: {{cause}}',
  'run.rollingBackLong':
    'The rollback goes on since {{since}}; nothing ends it by itself. {{cause}}',
  'run.succeeded': 'Succeeded',
  'run.succeededUnlisted':
    'Succeeded, though {{names}} approved without being on the list',
  'run.succeededEarly':
    'Succeeded early: {{stage}} found nothing to change, the rest was not needed',
  'run.failed': 'Failed',
  'run.failedBecause': 'Failed: {{reason}}',
  'run.failedAt': 'Failed at {{stage}}',
  'run.failedBeforeStart':
    'Failed before {{stage}} began; a run that is cancelled before it starts ends like this too',
  'run.notPlanned': 'Could not be planned; the tool gives no reason',
  'run.notPlannedBecause': 'Could not be planned: {{reason}}',
  'run.cancelled': 'Cancelled',
  'run.cancelledBecause': 'Cancelled: {{reason}}',
  'run.cancelledBy': 'Cancelled by {{actor}} during {{stage}}',
  'run.timedOut': '{{stage}} timed out',
  'run.gateTimedOut': '{{stage}} was not approved in time',
  'run.agentStopped':
    'Cancelled by a stop of {{agent}} during {{stage}}; nobody decided it',
  'run.agentStoppedAtGate':
    'Cancelled by a stop of {{agent}} while {{stage}} waited; approvals given there are lost',
  'run.unknown':
    'In a state that is not known here; the tool calls it {{native}}',
  'run.note.rolledBack': 'What it had changed was rolled back',
  'run.note.rollbackFailed': 'The rollback failed too; look at what runs now',
  'run.note.unlisted': '{{actor}} approved {{stage}} without being on its list',
  'run.sync.differs': 'Differs from the repository',
  'run.sync.differsBy': 'Differs from the repository: {{reason}}',
  'run.sync.invalid': 'Its configuration in the repository cannot be used',
  'run.sync.invalidBy':
    'Its configuration in the repository cannot be used: {{reason}}',
  'run.live.none': 'What is deployed was not reported yet',
  'run.live.empty':
    'The tool reports no deployed object: it may have none, or nothing that looks for them',

  'stage.notReached': 'Not reached',
  'stage.notNeeded': 'Not needed: {{stage}} found nothing to change',
  'stage.exited': 'Found nothing to change and ended the run',
  'stage.skippedBy': 'Skipped by {{actor}}',
  'stage.skippedByRule': 'Skipped by a rule of the pipeline',
  'stage.failedBeforeStart': 'Failed before it began',
  'stage.timedOut': 'Timed out',
  'stage.cancelledBy': 'Cancelled by {{actor}}',
  'stage.agentStopped': 'Stopped together with {{agent}}',
  'stage.beingStopped': 'Still reported as running while the run goes back',
  'stage.share.primary': 'Primary {{value}}%',
  'stage.share.canary': 'Canary {{value}}%',
  'stage.share.baseline': 'Baseline {{value}}%',
  'stage.share.promote': 'Promoted {{value}}%',
  'stage.share.canaryScale': 'Canary scaled to {{value}}%',
  'stage.elapsed': 'Looked at it for {{duration}}',

  'gate.upcoming': 'Not reached yet',
  'gate.waits': 'Waits for approval: {{parts}}',
  'gate.part.none_one': '{{count}} is needed',
  'gate.part.none_other': '{{count}} are needed',
  'gate.part.someOf': '{{received}} of {{needed}} given by {{names}}',
  'gate.part.some': 'given by {{names}}, how many are needed is not stated',
  'gate.part.nobody': 'nobody approved yet',
  'gate.part.approvers': 'may be given by {{names}}',
  'gate.part.approversLeft': 'may still be given by {{names}}',
  'gate.part.anyone': 'may be given by whoever may change runs in the tool',
  'gate.enough': 'Approved by {{names}}, about to go on',
  'gate.approved': 'Approved by {{names}}',
  'gate.approvedUnlisted':
    'Approved by {{names}}, of whom {{unlisted}} is not on its list',
  'gate.approvedByNobody': 'Passed; the tool does not say who approved',
  'gate.expired': 'Timed out: not approved in time',
  'gate.expiredWithSome':
    'Timed out: not approved in time, although approved by {{names}}',
  'gate.cancelledBy': 'Cancelled by {{actor}}; nobody decided it',
  'gate.cancelled': 'Ended with its run; nobody decided it',
  'gate.cancelledUnexplained': 'Cancelled; the tool has not said why yet',
  'gate.agentStopped': 'Cancelled by a stop of {{agent}}; nobody decided it',
  'gate.agentStoppedWithSome':
    'Cancelled by a stop of {{agent}}; the approvals of {{names}} are lost',
  'gate.orphanedByRollback':
    'Deciding has no effect any more: the run is rolling back',
  'gate.orphaned': 'Deciding has no effect any more: the run is over',
  'gate.skippedBy': 'Skipped by {{actor}}',
  'gate.skipped': 'Skipped',
  'gate.failed': 'Failed; the tool does not say that anybody decided',
  'gate.unknown':
    'In a state that is not known here; the tool calls it {{native}}',
} as const;
