import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { isInSet } from './isInSet';
import { isSatisfiable } from './isSatisfiable';
import { Shortfall } from './Shortfall';
import { VoterFacts } from './VoterFacts';
import { votersOfRule } from './votersOfRule';

/**
 * Who is missing for a rule to be met at all, see isSatisfiable; empty when it can be met. Of alternatives none of which can be
 * met, all are told.
 */
export function shortfallsOf(
  rule: QuorumRule,
  candidates: readonly string[],
  facts: VoterFacts,
): Shortfall[] {
  if (isSatisfiable(rule, candidates, facts)) {
    return [];
  }
  const of = votersOfRule(rule, [...facts.owners]);
  if ('atLeast' in rule) {
    const found = new Set(
      candidates.filter(user => isInSet(user, rule.of, facts)),
    );
    return [{ needed: Math.max(1, rule.atLeast), found: found.size, of }];
  }
  const parts = 'all' in rule ? rule.all : rule.any;
  return parts.length === 0
    ? [{ needed: 1, found: 0, of }]
    : parts.flatMap(part => shortfallsOf(part, candidates, facts));
}
