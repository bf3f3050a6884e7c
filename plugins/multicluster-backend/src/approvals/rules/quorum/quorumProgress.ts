import {
  QuorumProgress,
  QuorumRule,
} from '@fairway/backstage-plugin-multicluster-common';
import { isInSet } from './isInSet';
import { VoterFacts } from './VoterFacts';

/**
 * How far a rule is met by those who approved. `approvers` are people whose votes may count at all: nobody who asked for the
 * change, where duties are separated. One person counts once in a set, however often and for however many of its groups, and may
 * count for several rules. An empty `all` or `any` is met by nobody: a policy that says nothing must not let everything through.
 */
export function quorumProgress(
  rule: QuorumRule,
  approvers: readonly string[],
  facts: VoterFacts,
): QuorumProgress {
  if ('atLeast' in rule) {
    const counted = [...new Set(approvers)]
      .filter(user => isInSet(user, rule.of, facts))
      .sort();
    return {
      met: counted.length >= Math.max(1, rule.atLeast),
      rule: { kind: 'atLeast', needed: rule.atLeast, counted, of: rule.of },
    };
  }
  const kind = 'all' in rule ? 'all' : 'any';
  const parts = ('all' in rule ? rule.all : rule.any).map(part =>
    quorumProgress(part, approvers, facts),
  );
  const met =
    kind === 'all'
      ? parts.length > 0 && parts.every(part => part.met)
      : parts.some(part => part.met);
  return { met, rule: { kind, parts } };
}
