import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { quorumProgress } from './quorumProgress';
import { VoterFacts } from './VoterFacts';

/** Whether those who approved are enough, see quorumProgress. */
export function evaluateQuorum(
  rule: QuorumRule,
  approvers: readonly string[],
  facts: VoterFacts,
): boolean {
  return quorumProgress(rule, approvers, facts).met;
}
