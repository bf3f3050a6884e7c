import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { VoterFacts } from '../quorum/VoterFacts';

/** Groups for which somebody's vote counts: those of the rule, and the owners where it asks for them. Sorted. */
export function groupsThatCount(
  rule: QuorumRule,
  user: string,
  facts: VoterFacts,
): string[] {
  const asked = new Set(groupsOf(rule, facts));
  return facts
    .groupsOf(user)
    .filter(group => asked.has(group))
    .sort();
}

function groupsOf(rule: QuorumRule, facts: VoterFacts): string[] {
  if ('atLeast' in rule) {
    return [...(rule.of.groups ?? []), ...(rule.of.owners ? facts.owners : [])];
  }
  const parts = 'all' in rule ? rule.all : rule.any;
  return parts.flatMap(part => groupsOf(part, facts));
}
