import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';

/** Refs of everybody whose vote may count for a rule. */
export function votersOfRule(rule: QuorumRule, owners: string[]): string[] {
  if ('atLeast' in rule) {
    const { groups = [], users = [], owners: own } = rule.of;
    return [...groups, ...users, ...(own ? owners : [])];
  }
  const parts = 'all' in rule ? rule.all : rule.any;
  return [...new Set(parts.flatMap(part => votersOfRule(part, owners)))];
}
