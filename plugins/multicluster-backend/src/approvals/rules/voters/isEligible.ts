import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { isInSet } from '../quorum/isInSet';
import { VoterFacts } from '../quorum/VoterFacts';

/** Whether somebody's vote counts for any part of a rule. */
export function isEligible(
  rule: QuorumRule,
  user: string,
  facts: VoterFacts,
): boolean {
  if ('atLeast' in rule) {
    return isInSet(user, rule.of, facts);
  }
  const parts = 'all' in rule ? rule.all : rule.any;
  return parts.some(part => isEligible(part, user, facts));
}
