import {
  QuorumRule,
  VoterSet,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { canonicalJson } from './canonicalJson';
import { sha256Hex } from './sha256Hex';

/** Hex SHA-256 of a policy. The order in which parts of its rule, groups and users are written says nothing. */
export function policyHash(policy: ApprovalPolicy): string {
  return sha256Hex(
    canonicalJson({ ...policy, require: inOrder(policy.require) }),
  );
}

function inOrder(rule: QuorumRule): QuorumRule {
  if ('atLeast' in rule) {
    return { atLeast: rule.atLeast, of: setInOrder(rule.of) };
  }
  return 'all' in rule
    ? { all: byText(rule.all.map(inOrder)) }
    : { any: byText(rule.any.map(inOrder)) };
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
