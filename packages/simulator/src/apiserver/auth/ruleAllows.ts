import { Attributes } from './Attributes';
import { PolicyRule } from './Authorizer';

function covers(values: string[] | undefined, asked: string): boolean {
  return Boolean(values?.some(value => value === '*' || value === asked));
}

/** Whether one rule of a role allows a request. A rule with resourceNames never allows what has no name. */
export function ruleAllows(rule: PolicyRule, asked: Attributes): boolean {
  const resource = asked.subresource
    ? `${asked.resource}/${asked.subresource}`
    : asked.resource;
  const ofAnyKind = asked.subresource ? `*/${asked.subresource}` : '*';
  return (
    covers(rule.verbs, asked.verb) &&
    covers(rule.apiGroups, asked.group) &&
    (covers(rule.resources, resource) ||
      Boolean(rule.resources?.includes(ofAnyKind))) &&
    (!rule.resourceNames?.length ||
      rule.resourceNames.includes(asked.name ?? ''))
  );
}
