import {
  QuorumRule,
  VoterSet,
} from '@fairway/backstage-plugin-multicluster-common';
import { canonicalJson } from '../digest/canonicalJson';

/** A rule in one form: the order in which its parts, groups and users are written says nothing. */
export function ruleInOrder(rule: QuorumRule): QuorumRule {
  if ('atLeast' in rule) {
    return { atLeast: rule.atLeast, of: setInOrder(rule.of) };
  }
  return 'all' in rule
    ? { all: byText(rule.all.map(ruleInOrder)) }
    : { any: byText(rule.any.map(ruleInOrder)) };
}

function setInOrder({ owners, groups, users }: VoterSet): VoterSet {
  return {
    ...(owners && { owners }),
    ...(groups?.length && { groups: [...new Set(groups)].sort() }),
    ...(users?.length && { users: [...new Set(users)].sort() }),
  };
}

function byText(rules: QuorumRule[]): QuorumRule[] {
  const texts = new Map(rules.map(rule => [rule, canonicalJson(rule)]));
  return [...rules].sort((a, b) => (texts.get(a)! < texts.get(b)! ? -1 : 1));
}
