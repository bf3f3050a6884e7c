/** Actions of the trail that are said in the language of the reader. */
const ACTIONS = [
  'request.opened',
  'request.refreshed',
  'request.sealed',
  'request.recalled',
  'request.reopened',
  'request.frozen',
  'request.delivering',
  'request.delivered',
  'request.halted',
  'request.continue',
  'request.roll-back',
  'request.abandon',
  'request.break-glass',
  'request.exempted.replicas',
  'request.exempted.failover',
  'request.exempted.return',
  'request.reviewed',
  'request.closed',
  'request.external',
  'request.expired',
  'request.superseded',
  'request.cancelled',
  'subject.changed',
  'policy.changed',
  'vote.counted',
  'vote.late',
  'vote.refused',
  'vote.stale',
  'vote.voided',
  'vote.withdrawn',
  'step.sending',
  'step.sent',
  'step.observed',
  'step.unproven',
  'step.not-needed',
  'step.halted',
  'step.failed',
  'step.recalled',
  'step.resolved',
  'step.ambiguous',
  'step.refused',
  'step.needs-user',
  'step.subject-changed',
  'step.voter-lost',
  'step.held-back',
  'pull.ignored',
  'incident.opened',
] as const;

/** An action that is said in words. @internal */
export type TrailKey = (typeof ACTIONS)[number];

/** The key of an action's words; undefined for one that this version does not know, which is shown as it is stored. @internal */
export function trailKeyOf(action: string): TrailKey | undefined {
  return ACTIONS.find(known => known === action);
}
