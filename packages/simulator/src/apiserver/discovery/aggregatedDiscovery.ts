import { ResourceType } from '../ObjectStore';
import { verbsOf } from './verbsOf';

function responseKind(type: ResourceType, subresource?: string): object {
  if (subresource === 'scale') {
    return { group: 'autoscaling', version: 'v1', kind: 'Scale' };
  }
  return type.served === 'custom'
    ? { group: type.group, version: type.version, kind: type.kind }
    : { group: '', version: '', kind: type.kind };
}

function resource(type: ResourceType): object {
  return {
    resource: type.resource,
    responseKind: responseKind(type),
    scope: type.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: type.kind.toLowerCase(),
    verbs: verbsOf(),
    ...(type.shortNames && { shortNames: type.shortNames }),
    ...(type.categories && { categories: type.categories }),
    ...(type.subresources.length && {
      subresources: [...type.subresources].sort().map(subresource => ({
        subresource,
        responseKind: responseKind(type, subresource),
        verbs: verbsOf(subresource),
      })),
    }),
  };
}

/** `APIGroupDiscoveryList`: every kind in one answer. A group whose server is down is listed as `Stale`. */
export function aggregatedDiscovery(
  types: readonly ResourceType[],
  isDown: (group: string) => boolean,
): object {
  const groups = [...new Set(types.map(type => type.group))];
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(group => {
      const inGroup = types.filter(type => type.group === group);
      const versions = [...new Set(inGroup.map(type => type.version))];
      return {
        metadata: group ? { name: group } : {},
        versions: versions.map(version => ({
          version,
          resources: inGroup
            .filter(type => type.version === version)
            .map(resource),
          freshness: isDown(group) ? 'Stale' : 'Current',
        })),
      };
    }),
  };
}
