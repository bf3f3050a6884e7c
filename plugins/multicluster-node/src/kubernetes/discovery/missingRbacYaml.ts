import { dumpYaml } from '@kubernetes/client-node';
import { WantedAccess } from './reviewAccess';

interface Rule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

/**
 * The missing rights as a manifest to apply: a ClusterRole for what is missing everywhere, a Role for each namespace. Who
 * gets them is for a binding, which only the reader can write.
 *
 * @param name - of the roles
 * @returns undefined when nothing is missing
 * @public
 */
export function missingRbacYaml(
  missing: readonly WantedAccess[],
  name: string,
): string | undefined {
  const namespaces = [...new Set(missing.map(({ namespace }) => namespace))];
  const roles = namespaces.map(namespace => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: namespace ? 'Role' : 'ClusterRole',
    metadata: { name, ...(namespace && { namespace }) },
    rules: toRules(missing.filter(access => access.namespace === namespace)),
  }));
  return roles.length === 0
    ? undefined
    : roles.map(role => dumpYaml(role, { lineWidth: -1 })).join('---\n');
}

/** Resources of one group that lack the same verbs share a rule. */
function toRules(missing: WantedAccess[]): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { group, resource, verbs, name } of missing) {
    const id = JSON.stringify([group, verbs, name]);
    const rule = rules.get(id);
    if (rule) {
      rule.resources.push(resource);
    } else {
      rules.set(id, {
        apiGroups: [group],
        resources: [resource],
        ...(name && { resourceNames: [name] }),
        verbs: [...verbs],
      });
    }
  }
  return [...rules.values()];
}
