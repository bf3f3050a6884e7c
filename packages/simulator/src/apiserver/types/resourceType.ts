import { ResourceType } from '../ObjectStore';

const IRREGULAR: Record<string, string> = {
  NetworkPolicy: 'networkpolicies',
  Endpoints: 'endpoints',
};

function plural(kind: string): string {
  const lower = kind.toLowerCase();
  if (IRREGULAR[kind]) {
    return IRREGULAR[kind];
  }
  if (/[^aeiou]y$/.test(lower)) {
    return `${lower.slice(0, -1)}ies`;
  }
  return /(s|ch|x)$/.test(lower) ? `${lower}es` : `${lower}s`;
}

/** Describes a kind: `resourceType('apps/v1', 'Deployment', {...})`; namespaced with a status unless said otherwise. */
export function resourceType(
  apiVersion: string,
  kind: string,
  options: Partial<ResourceType> = {},
): ResourceType {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  return {
    group,
    version,
    kind,
    resource: plural(kind),
    namespaced: true,
    subresources: [],
    ...options,
  };
}
