import { AuditEntry } from '@fairway/backstage-plugin-multicluster-common';

/** Which vote an entry of the trail is about. @internal */
export type VoteInTrail = `${'counted' | 'late'}.${'approve' | 'reject'}`;

/**
 * Which way somebody voted, in an entry of the trail; undefined for what is about no vote, and where the payload was erased.
 *
 * @internal
 */
export function voteInTrail({
  action,
  payload,
}: Pick<AuditEntry, 'action' | 'payload'>): VoteInTrail | undefined {
  const vote = payload?.vote;
  if (vote !== 'approve' && vote !== 'reject') {
    return undefined;
  }
  switch (action) {
    case 'vote.counted':
      return `counted.${vote}`;
    case 'vote.late':
      return `late.${vote}`;
    default:
      return undefined;
  }
}
