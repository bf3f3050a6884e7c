/**
 * English of what is said about requests for approval: why somebody may not, what a delivery waits for, how it ended. Names of
 * people, tools and clusters come from configuration, the catalog or the tool.
 *
 * @internal
 */
export const approvalSentences = {
  // Why not: `approval.refused.` and the code in camel case.
  'approval.refused.decisionSealed':
    'It is decided already and about to be delivered',
  'approval.refused.decisionInFlight':
    'It is decided already and on its way to the tool',
  'approval.refused.nothingToRecall': 'There is nothing of yours to take back',
  'approval.refused.tooLate': 'Too late: it was taken up for delivery already',
  'approval.refused.final': 'It has ended already',
  'approval.refused.staleVersion':
    'It was changed since you looked at it; look again',
  'approval.refused.subjectChanged':
    'What is decided about has changed since you looked at it; look again',
  'approval.refused.idempotencyMismatch':
    'The key of the request was used for another request already',
  'approval.refused.idempotencyPending':
    'The same request is still being answered',
  'approval.refused.preconditionRequired':
    'The request does not say which version was looked at',
  'approval.refused.providerStale':
    'The tool cannot be read now, so nobody knows what would be decided about',
  'approval.refused.databaseUnavailable':
    'The database of the portal cannot be written to now; nothing was accepted',
  'approval.refused.lineStopped': 'The line is stopped for it',
  'approval.refused.notHalted': 'Its delivery is not halted',
  'approval.refused.decidedInTool': 'It is decided in the tool itself',
  'approval.refused.noPolicy': 'No policy says who decides it',
  'approval.refused.approvalsDisabled':
    'Approvals are switched off in the portal, so nothing is decided here now',
  'approval.refused.policyInvalid':
    'The policy of its environment cannot be read, so nobody may decide it here',
  'approval.refused.policyUnsatisfiable':
    'There are not enough people in the catalog to meet its policy',
  'approval.refused.permissionsDisabled':
    'The permission framework of the portal is off, so nobody can be told to be the right person',
  'approval.refused.databaseNotDurable':
    'The database of the portal does not survive a restart, so no decision can be kept',
  'approval.refused.matchNotConfirmed':
    'Whose it is, is claimed and not confirmed',
  'approval.refused.subjectIncomplete':
    'Not everything that would be decided about is known, and its policy asks for that',
  'approval.refused.subjectUnpinned':
    'It names an image by a tag that can be moved, and its policy refuses that',
  'approval.refused.authorUnknown':
    'Nobody in the catalog is known as the author of the change, so it cannot be told whether it was you; the platform team can say who authors are (multicluster.approvals.people)',
  'approval.refused.toolCannotBeMet':
    'The list of the tool can never be met by who may decide here',
  'approval.refused.notAUser': 'Only people decide, and never a service',
  'approval.refused.guest': 'A guest decides nothing; sign in as yourself',
  'approval.refused.actingForSomebody':
    'Somebody or something acts in your name; only you yourself may decide',
  'approval.refused.notInCatalog': 'You are not in the catalog',
  'approval.refused.notPermitted': 'You do not have the permission to do this',
  'approval.refused.notEligible':
    'You are in none of the groups that decide it',
  'approval.refused.isRequester':
    'You asked for the change, so somebody else has to decide it',
  'approval.refused.isAuthor':
    'You wrote the change, so somebody else has to decide it',
  'approval.refused.notListedInTool':
    'The tool does not list you among those who approve',
  'approval.refused.noIdentityInTool':
    'No identity of yours in the tool is configured',
  'approval.refused.commentRequired': 'A comment is needed',
  'approval.refused.reasonRequired': 'A reason is needed',
  'approval.refused.ticketRequired': 'A ticket is needed, in the form it has',
  'approval.refused.rateLimited': 'Too many requests; wait a moment',
  // Windows.
  'approval.window.frozen': 'Frozen by {{name}} until {{opens}}',
  'approval.window.frozenForGood':
    'Frozen by {{name}}, with no end within a year',
  'approval.window.closed': 'Outside of its windows; the next opens {{opens}}',
  'approval.window.closedForGood':
    'Outside of its windows, and none opens within a year',
  'approval.window.broken':
    'The window {{name}} cannot be read, so it stays closed',
  // The same of what is approved.
  'approval.window.frozen_approved':
    'Approved; frozen by {{name}} until {{opens}}',
  'approval.window.frozenForGood_approved':
    'Approved; frozen by {{name}}, with no end within a year',
  'approval.window.closed_approved':
    'Approved; waits for its window, which opens {{opens}}',
  'approval.window.closedForGood_approved':
    'Approved; outside of its windows, and none opens within a year',
  'approval.window.broken_approved':
    'Approved; the window {{name}} cannot be read, so it stays closed',
  // What it waits for.
  'approval.waiting.more_one': 'Waits for one more approval',
  'approval.waiting.more_other': 'Waits for {{count}} more approvals',
  'approval.waiting.until': 'Approved; takes effect not before {{at}}',
  'approval.waiting.gates': 'Approved; waits until it may take effect',
  'approval.waiting.recall': 'Decided; can be taken back until {{until}}',
  'approval.waiting.queued': 'Decided, and about to be delivered',
  'approval.waiting.stopped': 'Decided, and held: {{reason}}',
  'approval.waiting.delivering_one': '{{done}} of one step is done',
  'approval.waiting.delivering_other': '{{done}} of {{count}} steps are done',
  // What happened while it waited.
  'approval.policyChanged':
    'Its policy changed since it was asked for; it is judged by the stricter of both, and votes that do not count by it are void',
  'approval.missing.of_one':
    'Needs one approval of {{who}}, and there are {{found}} in the catalog who may give it',
  'approval.missing.of_other':
    'Needs {{count}} approvals of {{who}}, and there are {{found}} in the catalog who may give one',
  'approval.missing.nobody':
    'Its policy asks the owners of what it is about, and nobody owns that',
  // Why a vote does not count any more.
  'approval.vote.policyChanged': 'By the policy as it is now it does not count',
  'approval.vote.subjectChanged': 'What is decided about changed',
  'approval.vote.replaced': 'Another vote took its place',
  'approval.vote.separated': 'Who cast it asked for the change or wrote it',
  'approval.vote.notEligible':
    'Who cast it is not among those who decide any more',
  // What it would change.
  'approval.diff.asIn':
    'As {{environment}} has it, where these images run already',
  'approval.diff.imagesAlone':
    'No other environment has these images, and the tool renders on its own side: its images are put into what there is now, and what else changes is not known',
  'approval.diff.nothingThere': 'Nothing of it runs in {{environment}} yet',
  'approval.diff.noEnvironment':
    'It belongs to no environment, so there is nothing to compare with',
  'approval.diff.noImages':
    'The tool does not say which images it brings, and shows what it renders only once it has applied it',
  'approval.diff.held':
    'What each cluster has now, and what is held back from it',
  'approval.diff.heldSome':
    'What each cluster has now, and what is held back from it: the first {{shown}} of {{count}} objects, counted on each cluster',
  'approval.diff.heldNothing': 'Nothing of it is held there any more',
  'approval.diff.someEntities':
    'Of {{shown}} of its {{total}} services; the others are too many, or not yours to compare',
  'approval.diff.noEntity':
    'It concerns nothing in the catalog of which manifests could be compared',
  'approval.diff.oneSide': 'It is there on one side only',
  // How it ended.
  'approval.expired': 'Expired: nobody decided it in time',
  'approval.applied': 'Approved, and seen to have had its effect',
  'approval.appliedPast':
    'Decided past the rules, and seen to have had its effect',
  'approval.appliedExempt':
    'Released without votes, and seen to have had its effect',
  'approval.rejected': 'Rejected, and seen to have had its effect',
  'approval.external': 'Decided in the tool',
  'approval.externalBy': 'Decided in the tool by {{actor}}',
  'approval.superseded': 'Something newer took its place',
  'approval.failed': 'The tool refused it for good',
  'approval.cancelled': 'What it was about is gone',
  'approval.abandoned': '{{actor}} gave it up: {{reason}}',
  // Halted.
  'approval.halted.step': 'A step of it cannot go on',
  'approval.halted.refused': 'The tool refused a step of it',
  'approval.halted.subject':
    'What was decided about changed while it was being delivered',
  'approval.halted.eligibility':
    'Somebody whose approval it rests on lost the right while it was being delivered',
  'approval.halted.policy': 'Its policy changed while it was being delivered',
  'approval.halted.overdue':
    'The tool took it {{since}} and has shown no effect of it since; it can be sent once more, or given up',
  'approval.halted.unreachable_one': 'Could not be read once: {{reason}}',
  'approval.halted.unreachable_other':
    'Could not be read {{count}} times in a row: {{reason}}',
  'approval.halted.notTaken_one': 'The tool did not take it once: {{reason}}',
  'approval.halted.notTaken_other':
    'The tool did not take it {{count}} times in a row: {{reason}}',
  'approval.halted.notSent_one':
    'It was begun once and did not arrive: the portal died, or the tool did not take it',
  'approval.halted.notSent_other':
    'It was begun {{count}} times and did not arrive: the portal died, or the tool did not take it',
  'approval.halted.needsUser':
    'It needs the credential of {{voter}} at the tool, which only a request of theirs carries; they have to decide once more',
  // Steps.
  'approval.step.voter': 'Approval of {{voter}}',
  'approval.step.rejection': 'Rejection by {{voter}}',
  'approval.step.unreadable':
    'Waits, because the tool cannot be read: {{reason}}',
  'approval.step.waitsForEffect':
    'The tool took it; waits until its effect is seen',
  'approval.step.overdue':
    'The tool took it {{since}} and shows no effect of it since',
  'approval.step.ambiguous':
    'It is not known whether the tool took it; it is read before anything is sent again',
  'approval.step.counted': 'Counted there; the tool waits for more people',
  'approval.step.notNeeded': 'Not needed: enough had approved before',
  'approval.step.refused': 'The tool refused it: {{reason}}',
  'approval.step.gateMoved': 'The gate is another one by now',
  'approval.step.runNotWaiting': 'The run does not wait for it now',
  'approval.step.unknownSource': 'The source {{source}} is not configured',
  'approval.step.crashed': 'The step failed inside the portal',
} as const;
