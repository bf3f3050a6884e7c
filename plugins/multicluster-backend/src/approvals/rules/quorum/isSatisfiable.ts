import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { evaluateQuorum } from './evaluateQuorum';
import { VoterFacts } from './VoterFacts';

/**
 * Whether a rule could be met at all, if everybody who may vote approved. `candidates` are all who may: members of the groups of
 * the rule and of the owners, and the users it names, without those who asked for the change where duties are separated. False
 * for a quorum that is larger than its groups, and for groups that nobody is in.
 */
export function isSatisfiable(
  rule: QuorumRule,
  candidates: readonly string[],
  facts: VoterFacts,
): boolean {
  // Rules only ever ask for more people, so that everybody is the best there can be.
  return evaluateQuorum(rule, candidates, facts);
}
