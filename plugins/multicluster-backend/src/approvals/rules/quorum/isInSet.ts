import { VoterSet } from '@fairway/backstage-plugin-multicluster-common';
import { VoterFacts } from './VoterFacts';

/** Whether a user's vote counts for a set: one of its parts is enough. */
export function isInSet(
  user: string,
  set: VoterSet,
  facts: VoterFacts,
): boolean {
  const groups = facts.groupsOf(user);
  return (
    (set.users ?? []).includes(user) ||
    (set.groups ?? []).some(group => groups.includes(group)) ||
    (set.owners === true &&
      facts.owners.some(owner => owner === user || groups.includes(owner)))
  );
}
