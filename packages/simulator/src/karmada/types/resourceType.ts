import type { ResourceType } from '../../apiserver/ObjectStore';

/** Short form of a ResourceType: `apps/v1 deployments Deployment`, then what differs from a namespaced kind with status. */
export function resourceType(
  text: string,
  options: Partial<ResourceType> = {},
): ResourceType {
  const [groupVersion, resource, kind] = text.split(' ');
  const slash = groupVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : groupVersion.slice(0, slash),
    version: groupVersion.slice(slash + 1),
    resource,
    kind,
    namespaced: true,
    subresources: [],
    ...options,
  };
}
