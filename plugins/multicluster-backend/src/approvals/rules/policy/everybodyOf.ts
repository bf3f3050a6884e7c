import {
  QuorumRule,
  VoterSet,
} from '@fairway/backstage-plugin-multicluster-common';

/** Everybody whose vote counts for any part of a rule. */
export function everybodyOf(rule: QuorumRule): VoterSet {
  if ('atLeast' in rule) {
    return rule.of;
  }
  const sets = ('all' in rule ? rule.all : rule.any).map(everybodyOf);
  const groups = [...new Set(sets.flatMap(set => set.groups ?? []))];
  const users = [...new Set(sets.flatMap(set => set.users ?? []))];
  return {
    ...(sets.some(set => set.owners) && { owners: true }),
    ...(groups.length > 0 && { groups }),
    ...(users.length > 0 && { users }),
  };
}
